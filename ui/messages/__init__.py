"""The page Mensagens."""

"""The page Configurações."""

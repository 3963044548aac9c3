"""The page Clientes."""

"""The page Fila, used as a person uses it: clicks, keys, a real database."""

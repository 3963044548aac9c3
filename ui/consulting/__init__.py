"""The page Consultoria."""

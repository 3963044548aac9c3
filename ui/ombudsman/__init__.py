"""The page Ouvidoria."""

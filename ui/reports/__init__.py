"""The page Relatórios."""

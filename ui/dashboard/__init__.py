"""The page Painel: what managers count, and the tickets behind every number."""

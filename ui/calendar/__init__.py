"""The page Calendário: who is open, who is on duty, what is closed and why, what falls due."""

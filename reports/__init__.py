"""Documents drawn from figures: PDF bytes out, no database in."""

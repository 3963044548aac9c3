"""The panel of a ticket, on tickets of a real database."""

"""Fila: the queue in order of urgency, the page an analyst lives in."""

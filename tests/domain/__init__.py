"""Promises of the domain: time, deadlines, and the life of a ticket."""

"""Measurements against peers, run by `make bench`, never by the tests."""

"""Tests of the documents: they are drawn, and read back as a person would read them."""

"""Tests about the house itself: sizes, texts, layers, locks."""

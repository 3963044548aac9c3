"""Whole journeys, also those that end badly."""

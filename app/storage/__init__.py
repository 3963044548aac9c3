"""The only place that speaks SQL; it returns domain values."""

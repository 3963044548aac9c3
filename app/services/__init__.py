"""One method per thing a person does; each does one thing and commits once."""

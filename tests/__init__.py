"""The tests: what the workbench promises, by name of the promise."""

"""Bancada without its windows: domain, storage, services and the headless command."""

"""Messages on their way: the server they go through, and the password it asks for."""

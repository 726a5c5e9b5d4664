"""Records for the tests, a file a room."""

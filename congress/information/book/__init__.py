"""Last year's register of information items, read without the database."""

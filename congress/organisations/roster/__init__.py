"""Deputies' rosters as offices keep them, read without the database."""

"""A lived-in county for a first look, built through the actions of the rooms."""

"""What the screens of the ground ask."""

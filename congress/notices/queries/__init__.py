"""What the pages of notices ask."""

"""What spans rooms: the day, the pages of the count, the trail."""

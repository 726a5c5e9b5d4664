"""What an imported roster does to the ground, decided row by row before anything is written."""

"""What an imported register of items does, decided row by row before anything is written."""

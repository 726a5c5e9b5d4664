"""What people type about news in the workspace."""

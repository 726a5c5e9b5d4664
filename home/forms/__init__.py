"""What people type and bring: news in the workspace, pictures and documents in the editor."""

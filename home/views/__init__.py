"""The workspace's screens of the site."""

"""The search page: pages of the site, and for those who are logged in what their posts may read."""

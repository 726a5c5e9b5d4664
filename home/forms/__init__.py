"""What goes into the site's editor beside its pages: pictures and documents."""

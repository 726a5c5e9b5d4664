"""The screens of information items."""

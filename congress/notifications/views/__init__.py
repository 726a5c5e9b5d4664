"""The door of personal links."""

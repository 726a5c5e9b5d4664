"""The county administrator's screens for the ground."""

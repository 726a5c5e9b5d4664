"""The screens of notices: the office's, the person's own, and the door of the group chat."""

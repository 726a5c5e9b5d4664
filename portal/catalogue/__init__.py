"""The message catalogue without GNU gettext: ids are read from the code, kept and compiled here."""

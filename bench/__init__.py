"""How fast the portal is, measured on data of its own and never asserted by a timed test."""

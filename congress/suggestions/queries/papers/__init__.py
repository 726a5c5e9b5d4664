"""The official papers of suggestions, filled from the records; `congress.documents` draws them."""

"""The three reviews (三审三校): their steps, who may take one, and the only way to publish."""

"""Wagtail's database search, made to find Chinese words in the middle of a sentence."""

"""Rare maintenance tools; building the handout needs none of them."""

"""Texts from elsewhere made into packs: what was read becomes values, and values become files."""

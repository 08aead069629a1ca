"""Markdown to the frozen tree of blocks."""

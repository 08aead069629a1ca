"""How hard a text is to read, measured on its blocks."""

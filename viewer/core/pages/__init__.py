"""Pages built from packs."""

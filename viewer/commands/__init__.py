"""The commands beside the viewer; no widgets."""

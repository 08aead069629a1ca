"""What readers see: QtWidgets."""

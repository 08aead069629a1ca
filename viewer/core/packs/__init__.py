"""Pack files read to typed, frozen values."""

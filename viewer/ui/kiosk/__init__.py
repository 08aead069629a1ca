"""A kiosk: what a stranger at a waiting-room screen meets, and what keeps it in its place."""

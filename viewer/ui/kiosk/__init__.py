"""The kiosk: what a stranger at a waiting-room screen sees and touches."""

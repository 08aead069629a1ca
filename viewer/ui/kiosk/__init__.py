"""What a kiosk shows, and the objects that keep it a kiosk."""

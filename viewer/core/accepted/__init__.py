"""Which version of each topic a kiosk shows: the last that was whole and brought no new error."""

"""What authors are helped with: a topic to start from, and what has changed in one."""

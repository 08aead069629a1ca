"""A package, so that no other's of this name comes first: textstat installs one."""

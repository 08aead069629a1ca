"""A topic on paper: composed from the pages that the screen shows, typeset by typst. No Qt."""

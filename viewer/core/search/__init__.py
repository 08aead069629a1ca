"""Finding words: in a library, and on a page. No Qt, and no words shown to readers."""

"""What the program knows: packs, pages, places. No Qt, and no words of its own."""

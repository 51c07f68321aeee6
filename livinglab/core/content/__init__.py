"""What pages are made of: the abstract page, its blocks, who may read it, and what search hears of it."""

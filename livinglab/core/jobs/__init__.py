"""Work in the background: the queue, its health, and when something is tried again."""

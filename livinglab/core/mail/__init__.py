"""Mail that gets through: the outbox, sending, and the private links in it."""

"""What editors work with: forms, checks, scheduled publishing, and what refuses an action."""

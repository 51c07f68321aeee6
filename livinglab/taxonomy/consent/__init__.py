"""Asking somebody by mail whether they may be shown, and what they answer by the private link in it."""

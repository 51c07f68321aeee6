"""Requests and answers: where they come from, how large they may be, and what an error looks like."""

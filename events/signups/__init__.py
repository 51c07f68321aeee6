"""Sign-up for a meeting: seats, waiting list, mails. `services` is the only writer of these tables."""

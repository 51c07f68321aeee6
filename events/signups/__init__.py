"""Sign-ups for meetings: seats, waiting list, holds. `services` is the only writer of these tables."""

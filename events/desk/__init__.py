"""The organiser's desk: who comes, who waits, seats, messages, lists and the door. In the admin."""

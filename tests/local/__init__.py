"""The two commands, tried with real processes."""

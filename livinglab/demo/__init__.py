"""Demo content: examples, meetings, people and pictures that we wrote and drew ourselves."""

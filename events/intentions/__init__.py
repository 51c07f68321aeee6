"""‘I will try this’: what participants mean to do after a meeting, mailed back to them after six weeks."""

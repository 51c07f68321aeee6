"""Promise and proof: what a contract promised, what came of it, who follows it up, and when."""

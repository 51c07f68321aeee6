"""What was agreed at meetings: its owner is reminded, and says through a private link when it is done."""

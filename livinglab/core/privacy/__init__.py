"""Personal data: the register of what is kept, and the traces that editing leaves."""

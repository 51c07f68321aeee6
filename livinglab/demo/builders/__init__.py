"""From a text file to a row: one function a kind of thing. Each runs within a transaction of its own."""

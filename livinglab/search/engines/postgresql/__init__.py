"""The engine that is always there: an inverted index kept in PostgreSQL.

- `engine` answers. `segment` is what each process holds in memory: facets, dates and ids as arrays.
- `indexing` writes an entry in the transaction that publishes it; `folding` takes changes into the segment afterwards.
"""

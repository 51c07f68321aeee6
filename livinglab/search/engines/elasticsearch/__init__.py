"""The Elasticsearch engine: a projection of the read model that answers where PostgreSQL would grow slow.

`SEARCH_URL` turns it on. `documents` says what an index holds, `queries` and `engine` ask it, `changes` and `building`
keep it true, `fallback` sees that a visitor never waits for it, and `status` tells the operator.
"""

"""Stories of other labs, read by their API, in the lists of this one: so the rest of the country is a setting."""

ELSEWHERE = "elsewhere"
"""The value that all of them have of the facet *lab* of search."""

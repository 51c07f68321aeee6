"""The API and open data: `/api/v1`, by the NL REST API Design Rules 2.1. Read-only; what is public, and no person."""

"""Outgoing mail (a transactional outbox): a row a mail, written with what causes it, sent by a job."""

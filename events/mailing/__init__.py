"""Mail that is owed: an intent a mail, written with what causes it, sent by a job."""

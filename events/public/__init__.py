"""What visitors see of meetings besides their pages: forms, private pages behind links in mail, calendars."""

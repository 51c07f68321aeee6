"""Tell me when: interest in a theme, a category or a report, before there is anything to sign up for."""

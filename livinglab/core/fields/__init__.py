"""What people type, in one form: model fields, form fields and rules."""

"""Texts of Wagtail and Django that people here see and whose Dutch is missing, wrong, or says 'u' where we say 'je'.

Nothing imports this module: it exists for `make messages`, which drops texts from our catalogue that stand nowhere.
Our catalogue goes before theirs. Take a text out when theirs has become good.
"""

from django.utils.translation import gettext_noop, ngettext_lazy

# Django 5.2, every form.
gettext_noop("This field is required.")

# Django 5.2, choosing a password.
ngettext_lazy(
    "This password is too short. It must contain at least %d character.",
    "This password is too short. It must contain at least %d characters.",
)
ngettext_lazy(
    "Your password must contain at least %(min_length)d character.",
    "Your password must contain at least %(min_length)d characters.",
)
gettext_noop("Your password can’t be too similar to your other personal information.")
gettext_noop("Your password can’t be a commonly used password.")
gettext_noop("Your password can’t be entirely numeric.")
gettext_noop("This password is too common.")
gettext_noop("Enter your email address to reset your password")
gettext_noop("Enter the same password as before, for verification.")
gettext_noop("Your old password was entered incorrectly. Please enter it again.")

# Wagtail 8.0, what visitors see of a page: 'live' says little to an editor.
gettext_noop("live")
gettext_noop("live + draft")
gettext_noop("live + scheduled")
gettext_noop("live + in moderation")
gettext_noop("Live")
gettext_noop("Live version")
gettext_noop("View live")
gettext_noop("Visit the live page")
gettext_noop("Visible to all. Visit the live page")
gettext_noop("Private. Visit the live page")
gettext_noop("Once live anyone can view")
gettext_noop("Choose who can view the live version of this page")
gettext_noop("Compare with live version")
gettext_noop("Choose when this page should go live and/or expire")
gettext_noop("Go-live:")
gettext_noop("Page '%(page_title)s' is live and this version has been scheduled for publishing.")

# Wagtail 8.0, lists and the dashboard.
gettext_noop("Site summary")
gettext_noop("%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s")
gettext_noop(
    "%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s"
    " in '<span class=\"w-title-ellipsis\">%(title)s</span>'."
)
ngettext_lazy(
    '%(total)s Image <span class="w-sr-only">created in %(site_name)s</span>',
    '%(total)s Images <span class="w-sr-only">created in %(site_name)s</span>',
)
gettext_noop("%(related_model_name)s %(field_label)s")

# Wagtail 8.0, deleting and unpublishing.
gettext_noop("Are you sure you want to delete this %(model_name)s?")
gettext_noop("Are you sure you want to unpublish this %(model_name)s?")
gettext_noop("Delete %(snippet_type_name)s")
gettext_noop("Are you sure you want to delete %(count)s %(snippet_type_name)s?")
ngettext_lazy("%(count)d %(model_name)s deleted.", "%(count)d %(model_name)s deleted.")

# Wagtail 8.0 and taggit 6.1, the account and the fields for tags.
gettext_noop("A comma-separated list of tags.")
gettext_noop('Multi-word tags with spaces will automatically be enclosed in double quotes (").')
gettext_noop("Default")
gettext_noop("System default")
gettext_noop("Use server language: %(language_name)s")
gettext_noop("Upload a profile picture")
gettext_noop("Upload a profile picture:")
gettext_noop("Go to Wagtail admin")
gettext_noop("Leave blank if not changing.")

# Wagtail 8.0, moderation and notices.
gettext_noop("<b>'{title}' was locked</b> by <b>you</b> on <b>{datetime}</b>.")
gettext_noop("Only you can make changes while the %(model_name)s is locked")
gettext_noop("This {model_name} is awaiting <b>'{task_name}'</b> in the <b>'{workflow_name}'</b> workflow.")
gettext_noop("%(action)s by <b>%(who)s</b> at <b>%(at)s</b>")
gettext_noop("%(status_display)s %(task_name)s %(started_at)s")
gettext_noop('%(editor)s has updated comments on "%(title)s"')
gettext_noop('%(editor)s has updated comments on "%(title)s".')

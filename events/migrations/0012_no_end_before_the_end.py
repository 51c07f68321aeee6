"""A meeting stays visible until it is over: a moment of expiry before that goes, since no version with it could be saved."""

from django.db import migrations
from django.utils.dateparse import parse_datetime

PAGES = """
UPDATE wagtailcore_page AS page SET expire_at = NULL
FROM events_meetingpage AS meeting
WHERE meeting.page_ptr_id = page.id AND page.expire_at <= meeting.ends_at
"""


def mend_versions(apps, schema_editor) -> None:
    revisions = apps.get_model("wagtailcore", "Revision").objects
    meetings = revisions.filter(content_type__app_label="events", content_type__model="meetingpage")
    for revision in meetings.exclude(content__expire_at=None).iterator(chunk_size=200):
        expires, ends = (revision.content.get(name) for name in ("expire_at", "ends_at"))
        if expires and ends and parse_datetime(expires) <= parse_datetime(ends):
            revision.content["expire_at"] = None
            revision.save(update_fields=["content"])


class Migration(migrations.Migration):
    dependencies = [("events", "0011_opening_of_sign_up"), ("wagtailcore", "0098_apitoken")]

    operations = [
        migrations.RunSQL(PAGES, migrations.RunSQL.noop),
        migrations.RunPython(mend_versions, migrations.RunPython.noop),
    ]

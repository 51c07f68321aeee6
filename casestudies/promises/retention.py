"""What is erased some time after a follow-up moment: addresses, in every table and version, and answers.

What stands on the page stays: status, note and figures are content, and name nobody.
"""

import datetime as dt

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.db.models.expressions import RawSQL
from wagtail.models import Revision

from casestudies.models import CaseStudyPage, FollowUp, FollowUpAnswer, FollowUpMail
from casestudies.promises.links import kept_for

_HAS_ADDRESS = """jsonb_path_exists(content, '$.follow_ups[*].email ? (@ != "")')"""


@transaction.atomic
def erase_old(today: dt.date) -> int:
    """Erase what is no longer needed; returns how many rows and versions were changed."""
    limit = today - kept_for()
    gone, _by_model = FollowUpAnswer.objects.filter(answered_on__lt=limit, ended_at__isnull=False).delete()
    erased = FollowUpMail.objects.filter(due_on__lt=limit).exclude(email="").update(email="")
    erased += FollowUp.objects.filter(date__lt=limit).exclude(email="").update(email="")
    return gone + erased + _erase_in_versions(limit)


def _erase_in_versions(limit: dt.date) -> int:
    content_type = ContentType.objects.get_for_model(CaseStudyPage)
    versions = Revision.objects.filter(Q(content_type=content_type)).annotate(found=RawSQL(_HAS_ADDRESS, []))  # noqa: S611
    changed = 0
    for version in versions.filter(found=True).iterator(chunk_size=50):
        old = [
            moment
            for moment in version.content["follow_ups"]
            if moment.get("email") and moment.get("date") and dt.date.fromisoformat(moment["date"]) < limit
        ]
        for moment in old:
            moment["email"] = ""
        if old:
            version.save(update_fields=["content"])
            changed += 1
    return changed

"""The meeting of a drill, in the database of a site that runs. A program of its own, since the tests have another one.

python -m tests.drills.meeting make SEATS    publishes a meeting; writes its key and the path of its form
python -m tests.drills.meeting look KEY      writes what became of its seats, sign-ups and mails
"""

import json
import sys
import uuid

import django


def make(seats: str) -> dict[str, object]:
    """Publish a meeting with so many seats, as an editor would."""
    from django.urls import reverse

    from livinglab.taxonomy.models import Theme
    from tests.factories import MeetingPageFactory

    themes = [Theme.objects.first()]
    page = MeetingPageFactory(slug=f"drukte-{uuid.uuid4()}", capacity=int(seats), category=None, themes=themes)
    return {"key": str(page.meeting_key), "path": reverse("events:sign_up", args=[page.meeting_key])}


def look(key: str) -> dict[str, object]:
    """Count rows, whatever the counters say, and ask which rules are broken."""
    from collections import Counter

    from events.mailing.models import OutgoingMail
    from events.signups.invariants import violations
    from events.signups.models import SignUp

    meeting = uuid.UUID(key)
    rows = list(SignUp.objects.filter(pool=meeting).order_by("position").values_list("state", "position"))
    mails = OutgoingMail.objects.filter(sign_up__pool=meeting)
    return {
        "states": Counter(state for state, _position in rows),
        "positions": [position for _state, position in rows],
        "mails": mails.count(),
        "mails_sent": mails.filter(state=OutgoingMail.State.SENT).count(),
        "violations": violations(meeting),
    }


if __name__ == "__main__":
    django.setup()
    print(json.dumps({"make": make, "look": look}[sys.argv[1]](sys.argv[2])))  # noqa: T201

"""Keeping the stories of another lab true: read its lists, write what changed, delete what is gone.

1. The lists are read part by part, with the ETag of the last time: what did not change costs the other side nothing.
2. Only when all of a list was read is what was not in it deleted. A reading that fails changes nothing.
3. Then what only each story itself says is read: its words and its criteria, of those whose list said something new,
   a hundred at a time. Of a text that may not be taken over nothing more is kept than what its list says.
4. After a failure the next reading waits an hour, then two, up to a day, or as long as the other side asks.
5. What could not be read for a month is deleted: nobody knows any more whether it is true.
"""

import datetime as dt
import logging
import uuid
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from livinglab.harvest.http import FetchError, fetch
from livinglab.harvest.models import RESOURCES, HarvestedStory, OtherLab
from livinglab.harvest.reading import Detail, Story, UnreadableError, read_detail, read_part

logger = logging.getLogger(__name__)

EVERY = dt.timedelta(hours=1)
SOON = dt.timedelta(minutes=10)
"""Until the next reading where more is still to be read."""
LONGEST_WAIT = dt.timedelta(days=1)
FORGOTTEN_AFTER = dt.timedelta(days=30)
PART = 100
"""Stories in one answer."""
MOST_DETAILS = 100
"""Stories that are read one by one in one reading."""
MOST_PARTS = 100
"""Answers for one list: more stories than that are no lab's."""


@dataclass
class Reading:
    """A list that was read in full."""

    stories: list[Story] = field(default_factory=list)
    """Those in parts that changed."""
    keys: set[uuid.UUID] = field(default_factory=set)
    """Of all that there is."""
    parts: list[dict[str, Any]] = field(default_factory=list)
    """Of each part: its address, its ETag, where the list goes on, whose keys are in it, and how many were none."""


def due_labs() -> Iterable[int]:
    """The keys of the labs whose time has come."""
    rows = OtherLab.objects.filter(is_active=True).exclude(next_at__gt=timezone.now())
    return rows.order_by("pk").values_list("pk", flat=True)


def harvest(lab: OtherLab) -> bool:
    """Read a lab and make its stories here what they are there; returns whether that went well."""
    try:
        readings = {resource: _read(lab, resource) for resource in RESOURCES}
    except (FetchError, UnreadableError) as error:
        _failed(lab, error)
        return False
    with transaction.atomic():
        for resource, reading in readings.items():
            _write(lab, resource, reading)
        now = timezone.now()
        skipped = sum(part["skipped"] for reading in readings.values() for part in reading.parts)
        _update(
            lab,
            pages={resource: reading.parts for resource, reading in readings.items()},
            skipped=skipped,
            checked_at=now,
            succeeded_at=now,
            next_at=now + EVERY,
            failures=0,
            problem="",
        )
    _read_details(lab)
    logger.info("lab_harvested", extra={"lab": lab.pk, "stories": lab.stories.count(), "skipped": skipped})
    return True


def _read_details(lab: OtherLab) -> None:
    """Complete what is new or changed. What cannot be read now waits for the next time; the lists are true already."""
    waiting = lab.stories.filter(is_detail_read=False).exclude(licence="").order_by("pk")
    for story in waiting[:MOST_DETAILS]:
        try:
            answer = fetch(f"{lab.origin}/api/v1/{story.resource}/{story.key}?taal={story.language}")
            detail = read_detail(answer.content or b"", key=story.key, url=story.url)
        except UnreadableError:
            detail = Detail()
        except FetchError as error:
            _update(lab, problem=str(error))
            logger.warning("story_not_harvested", extra={"lab": lab.pk, "story": story.pk, "problem": str(error)})
            return
        story.words, story.criteria = detail.words, [asdict(criterion) for criterion in detail.criteria]
        story.is_detail_read = True
        story.save()
    if waiting.exists():
        _update(lab, next_at=timezone.now() + SOON)


def clear(lab: OtherLab) -> None:
    """Take away the stories of a lab, and what is known of its lists."""
    with transaction.atomic():
        lab.stories.all().delete()
        _update(lab, pages={}, next_at=None, succeeded_at=None, skipped=0)


def _update(lab: OtherLab, **values: Any) -> None:
    """Write what only the job writes. Past `save()`, which is how an administrator changes a lab."""
    OtherLab.objects.filter(pk=lab.pk).update(**values)
    for name, value in values.items():
        setattr(lab, name, value)


def _read(lab: OtherLab, resource: str) -> Reading:
    known = {part["url"]: part for part in lab.pages.get(resource, [])}
    path = f"/api/v1/{resource}"
    url = f"{lab.origin}{path}?limiet={PART}&sorteer=titel&taal={settings.LANGUAGE_CODE}"
    reading = Reading()
    while url:
        if len(reading.parts) == MOST_PARTS or url in {part["url"] for part in reading.parts}:
            raise UnreadableError(_("Its list has no end."))
        before = known.get(url)
        answer = fetch(url, entity_tag=before["etag"] if before else "")
        if answer.content is None:
            if before is None:
                raise UnreadableError(_("It says that nothing changed, though we never asked before."))
            part = before
        else:
            read = read_part(answer.content, origin=lab.origin, list_path=path)
            reading.stories += read.stories
            part = {
                "url": url,
                "etag": answer.entity_tag,
                "next": read.next,
                "keys": [str(story.key) for story in read.stories],
                "skipped": read.skipped,
            }
        reading.parts.append(part)
        reading.keys |= {uuid.UUID(key) for key in part["keys"]}
        url = part["next"]
    return reading


def _write(lab: OtherLab, resource: str, reading: Reading) -> None:
    """Rows that say the same already are left alone, so that nothing is indexed for nothing."""
    mine = HarvestedStory.objects.filter(lab=lab, resource=resource)
    mine.exclude(key__in=reading.keys).delete()
    present = {story.key: story for story in mine}
    for story in {story.key: story for story in reading.stories}.values():
        values = {
            **asdict(story),
            "labels": {code: [list(pair) for pair in pairs] for code, pairs in story.labels.items()},
        }
        row = present.get(story.key) or HarvestedStory(lab=lab, resource=resource, language=settings.LANGUAGE_CODE)
        changed = [name for name, value in values.items() if getattr(row, name) != value]
        if changed:
            for name in changed:
                setattr(row, name, values[name])
            row.is_detail_read = False
            if not row.licence:  # it may not be taken over any more
                row.words, row.criteria = "", []
            row.save()


def _failed(lab: OtherLab, error: FetchError | UnreadableError) -> None:
    now = timezone.now()
    wait = min(EVERY * 2 ** min(lab.failures, 10), LONGEST_WAIT)
    asked = min(dt.timedelta(seconds=getattr(error, "retry_after", 0)), LONGEST_WAIT)
    values = {"checked_at": now, "next_at": now + max(wait, asked), "failures": lab.failures + 1, "problem": str(error)}
    if lab.succeeded_at and lab.succeeded_at < now - FORGOTTEN_AFTER:
        clear(lab)
    _update(lab, **values)
    logger.warning("lab_not_harvested", extra={"lab": lab.pk, "problem": lab.problem})

"""A moment of the database is one of UTC: its day is not always the day here."""

import ast
import datetime as dt
from pathlib import Path

import pytest
from django.conf import settings

from tests.factories import ExamplePageFactory, MeetingPageFactory

# Half past midnight in Amsterdam, on the first day of a year, a month and a week, in winter and in summer.
MIDNIGHTS = [
    dt.datetime(2027, 1, 1, 0, 30, tzinfo=dt.timezone(dt.timedelta(hours=1))),
    dt.datetime(2027, 7, 1, 0, 30, tzinfo=dt.timezone(dt.timedelta(hours=2))),
]


@pytest.mark.django_db
@pytest.mark.parametrize("moment", MIDNIGHTS)
def test_an_entry_has_the_day_on_the_clock_here_also_when_it_is_made_anew(moment: dt.datetime) -> None:
    meeting = MeetingPageFactory(starts_at=moment, ends_at=moment + dt.timedelta(hours=1))
    story = ExamplePageFactory()
    type(story).objects.filter(pk=story.pk).update(first_published_at=moment)
    for page in (meeting, type(meeting).objects.get(pk=meeting.pk), type(story).objects.get(pk=story.pk)):
        (entry,) = page.search_entries()
        assert entry.date == dt.date(moment.year, moment.month, 1)


def test_no_day_is_taken_from_a_moment_but_by_localdate() -> None:
    """`moment.date()` is a day of UTC, `date.today()` one of the machine: `timezone.localdate()` is the one here."""
    roots = [settings.BASE_DIR / name for name in ("livinglab", "casestudies", "events")]
    found = []
    for path in (path for root in roots for path in root.rglob("*.py") if "migrations" not in path.parts):
        found += [f"{path.relative_to(settings.BASE_DIR)}:{line}" for line in _days_of_moments(path)]
    assert found == []


def _days_of_moments(path: Path) -> list[int]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return [call.lineno for call in calls if call.func.attr == "date" and not call.args and not call.keywords]

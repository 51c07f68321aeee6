"""What meetings add to their cards: the seats left, where it is, and whether its times are known."""

from collections.abc import Sequence

from django.utils import timezone

from events.pages import MeetingPage
from events.signups.models import MeetingForm, SeatPool
from livinglab.core.content.cards import Entry

# The seats have no foreign key to pages: translations share them. An alias stands for its original.
_SEATS_OF_PAGES = """
    SELECT pool.*, page.id AS page_id, meeting.venue_name AS venue, meeting.day_only AS day_only
    FROM wagtailcore_page AS page
    JOIN events_meetingpage AS meeting ON meeting.page_ptr_id = page.id
    LEFT JOIN wagtailcore_page AS original ON original.id = page.alias_of_id
    JOIN events_seatpool AS pool ON pool.key = coalesce(original.translation_key, page.translation_key)
    WHERE page.id = ANY(%s)
"""


def load_seats(entries: Sequence[Entry]) -> dict[int, dict[str, object]]:
    """`seats`, `state`, `venue` and `day_only` of the meetings among `entries`, with one query.

    Not `seats.place`: that is for participants, and has the online link.
    """
    now = timezone.now()
    pools = SeatPool.objects.raw(_SEATS_OF_PAGES, [[entry.page_id for entry in entries]])
    extras = {
        vars(pool)["page_id"]: {
            "seats": pool,
            "state": pool.state_at(now).value,
            # Of a meeting of long ago nobody may know where it was.
            "venue": vars(pool)["venue"] or (MeetingPage.Form.ONLINE.label if pool.form == MeetingForm.ONLINE else ""),
            "day_only": vars(pool)["day_only"],
        }
        for pool in pools
    }
    return {entry.id: extras[entry.page_id] for entry in entries if entry.page_id in extras}

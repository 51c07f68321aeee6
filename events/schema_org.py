"""A meeting as linked data (schema.org's Event)."""

from django.utils import timezone
from django.utils.translation import get_language

from events.pages import MeetingPage
from events.signups.models import SignUpState
from livinglab.core.content.linked_data import describe

_ATTENDANCE = {
    "physical": "https://schema.org/OfflineEventAttendanceMode",
    "online": "https://schema.org/OnlineEventAttendanceMode",
    "hybrid": "https://schema.org/MixedEventAttendanceMode",
}


@describe.register
def describe_meeting(page: MeetingPage, address: str) -> dict[str, object]:
    """`page` for search engines; `address` is its full URL. The online link is not in it: it is for the confirmed."""
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": page.title,
        "description": page.summary or page.question,
        "startDate": (timezone.localdate if page.day_only else timezone.localtime)(page.starts_at).isoformat(),
        "endDate": page.last_day.isoformat() if page.day_only else timezone.localtime(page.ends_at).isoformat(),
        "eventStatus": f"https://schema.org/Event{'Cancelled' if page.is_cancelled else 'Scheduled'}",
        "eventAttendanceMode": _ATTENDANCE[page.form],
        "inLanguage": get_language(),
        "isAccessibleForFree": True,
        "url": address,
    }
    if locations := _locations(page, address):
        data["location"] = locations
    names = dict.fromkeys(
        contributor.shown_organisation.name
        for contributor in page.contributors.all()
        if contributor.shown_organisation and contributor.role == "organiser"
    )
    organisers = [{"@type": "Organization", "name": name} for name in names]
    if organisers:
        data["organizer"] = organisers
    seats = page.seats
    if seats.state_at(timezone.now()) in {SignUpState.OPEN, SignUpState.FULL}:
        data["maximumPhysicalAttendeeCapacity" if seats.is_hybrid else "maximumAttendeeCapacity"] = seats.capacity
        if not seats.free:  # of what is left, visitors read no exact number
            data["remainingAttendeeCapacity"] = 0
    return data


def _locations(page: MeetingPage, address: str) -> list[dict[str, object]]:
    locations: list[dict[str, object]] = []
    if page.venue_name:
        place: dict[str, object] = {"@type": "Place", "name": page.venue_name}
        if page.venue_address:
            place["address"] = page.venue_address
        locations.append(place)
    if page.form != "physical":
        locations.append({"@type": "VirtualLocation", "url": address})
    return locations

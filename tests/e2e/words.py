"""The texts of the site that the browser's tests visit."""

from livinglab.core.media.images import LabImage

PICTURE = "lignin-cycle-path.svg"
"""A picture of the demo."""

RICH_TEXT = (
    "<h3>Eerst meten</h3><p>De gemeente liet <b>elk wegvak</b> meten.</p>"
    "<p>Zie <a href='https://example.org/'>de bron</a>.</p>"
    "<ul><li>wat er ligt</li><li>hoe oud het is</li></ul><ol><li>meten</li><li>kiezen</li></ol>"
)

STORY = {
    "title": "Oud asfalt wordt een nieuwe weg: meervoudigonderhandse arbeidsmarktcommunicatie",
    "summary": "Buren hergebruikt het asfalt van drie wegen in één nieuwe.",
    "why_it_inspires": "Het kostte niet meer dan anders.",
    "tip": "Meet eerst wat er ligt.",
    "highlight": "61% hergebruikt, voor dezelfde prijs.",
    "source_url": "https://example.org/bron",
}

CASE_STUDY = {
    "summary": "Een contract van vijf jaar, met wat lukte en wat niet.",
    "occasion": "<p>Vijf wegen waren tegelijk aan de beurt.</p>",
    "goal": "<p>De helft minder nieuw materiaal.</p>",
    "approach": RICH_TEXT,
    "result": "<p>61% van het asfalt is hergebruikt.</p>",
    "what_worked": "Samen meten, vooraf.",
    "what_disappointed": "De planning liep twee maanden uit.",
    "why_it_inspires": "Kleine gemeenten kunnen dit samen.",
    "tip": "Begin met één weg.",
    "highlight": "Vijf wegen, één contract.",
    "procedure": "european",
    "value_class": "over_1m",
    "cpv_codes": ["45233222-1"],
    "transferability_note": "Er moet een depot in de buurt zijn.",
    "conditions": "Een projectleider, een dag in de week.",
    "costs": 14_000,
    "hours": 260,
    "lead_time_weeks": 26,
    "formal_steering": "<p>Het stond in het <a href='https://example.org/'>actieplan</a>.</p>",
    "informal_steering": "<p>Elke donderdag liepen twee mensen samen over het werk.</p>",
    "tender_notice_url": "https://example.org/aanbesteding",
    "source_url": "https://example.org/bron",
}

ENGLISH = [("text", "<h2>Why</h2><p>To learn from what works.</p>")]


def every_block(picture: LabImage) -> list[tuple[str, object]]:
    """Each block of a body text."""
    image = picture
    image.contextual_alt_text, image.decorative = picture.alt_text, False
    return [
        (
            "text",
            "<h2>Begin klein</h2><p>Een eerste contract leert meer dan een lange nota.</p><h3>Hoe</h3>" + RICH_TEXT,
        ),
        ("quote", {"text": "We vroegen niet om goedkoop, maar om langer.", "attribution": "Wegbeheerder"}),
        ("picture", {"image": image, "caption": "Drie wegen, één depot"}),
        (
            "tips",
            {
                "title": "Tips",
                "tips": [{"text": "Zoek een sleutelfiguur.", "steering": "informal"}, {"text": "Leg opvolging vast."}],
            },
        ),
        ("call_out", {"title": "Let op", "text": "<p>Leg vast wie de belofte <b>opvolgt</b>.</p>"}),
        ("steps", {"title": "Zo begin je", "steps": [{"title": "Kies een contract", "text": "Klein mag."}]}),
    ]


CRITERIA = (
    {
        "kind": "award",
        "weight": 25,
        "level": 2,
        "text": "Inschrijver geeft per mengsel het percentage hergebruikt asfalt op.\n"
        "Elk procent boven de 40 levert punten op.",
        "proof": "Een productverklaring per mengsel.",
        "outcome": "Alle inschrijvers boden meer dan de helft.",
        "tool_number": "GWW-12",
    },
    {"kind": "requirement", "level": 1, "text": "Van elk wegvak is er een paspoort, binnen tien dagen na aanleg."},
    {"kind": "clause", "level": 3, "text": "De gemeente betaalt pas na goedkeuring van het paspoort. " * 12},
)

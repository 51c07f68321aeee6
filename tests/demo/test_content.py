"""The written demo: complete, honest about what it is, and no two things alike."""

import datetime as dt
import itertools
import re
from collections import Counter
from decimal import Decimal

import pytest
from django.core.validators import validate_slug
from django.utils.text import slugify

from casestudies.criteria import MAX_TEXT
from casestudies.models import CaseStudyPage, ExamplePage
from casestudies.promises.states import Span, promise_state
from events.models import MeetingPage, ProgrammeItem
from livinglab.demo import files
from livinglab.demo.builders.stories import PLAIN_TEXTS
from livinglab.demo.markup import rich_text
from livinglab.pages.models import NewsPage, StandardPage, ToolPage
from livinglab.provision.vocabularies import CATEGORIES, MUNICIPALITIES, THEMES
from livinglab.taxonomy.choices import CriterionKind, CriterionLevel

MODELS = {
    "example": ExamplePage,
    "case_study": CaseStudyPage,
    "meeting": MeetingPage,
    "news": NewsPage,
    "tool": ToolPage,
    "page": StandardPage,
}
PAGES = [item for item in files.everything() if item.kind in MODELS]
DUTCH = [item for item in PAGES if item.fields.get("language") != "en"]
EXAMPLES = files.examples()
FIVE = ("asfalt", "schoonmaak", "sporthallen", "verkeersborden", "groenvoorziening")
NAMED = ("Steffers", "Bloemendaal", "van Lith", "Koetsier", "Visée")
"""The people of the session of 18 March 2024, who are nobody's content."""


def texts(value) -> list[str]:
    """Every text in an item, however deep."""
    if isinstance(value, str):
        return [value]
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for child in children for text in texts(child)]


def test_there_is_as_much_of_everything_as_promised() -> None:
    assert len(EXAMPLES) == 60
    assert len(files.case_studies()) == 24
    assert len(files.meetings()) == 10
    assert len(files.news()) == 15
    assert len(files.tools()) == 10
    assert len(files.people()) >= 15
    assert len(files.organisations()) + len(MUNICIPALITIES) + 1 >= 30


def test_the_five_things_of_the_source_document_and_every_theme_have_three_examples() -> None:
    categories = Counter(item.fields["category"] for item in EXAMPLES)
    themes = Counter(slug for item in EXAMPLES for slug in item.fields["themes"])
    assert all(categories[slug] >= 3 for slug in FIVE)
    assert all(themes[theme.slug] >= 3 for theme in THEMES)
    assert set(categories) <= {category.slug for category in CATEGORIES}


def test_examples_are_spread_over_municipalities_years_origins_and_states() -> None:
    organisations = Counter(item.fields["organisation"] for item in EXAMPLES)
    assert all(organisations[slugify(seed.name)] >= 3 for seed in MUNICIPALITIES)
    assert {item.fields["year"] for item in EXAMPLES} == set(range(2021, 2027))
    assert {item.fields.get("origin", "region") for item in EXAMPLES} == {"region", "national", "eu"}
    assert {item.fields["status"] for item in EXAMPLES} == {"idea", "running", "done"}


def test_there_are_criteria_to_copy_of_every_kind_and_level() -> None:
    criteria = [row for item in PAGES for row in item.fields.get("criteria", ())]
    of_cases = [row for item in files.case_studies() for row in item.fields.get("criteria", ())]
    assert len(criteria) >= 40
    assert {row["kind"] for row in criteria} == set(CriterionKind.values)
    assert {row["level"] for row in of_cases} == set(CriterionLevel.values)
    assert all(row["kind"] == CriterionKind.AWARD for row in criteria if "weight" in row)
    assert all(len(row["text"]) <= MAX_TEXT and len(row.get("proof", "")) <= 600 for row in criteria)
    assert sum("criteria" in item.fields for item in files.case_studies()) >= 12
    for item in files.case_studies():
        assert sum(row.get("weight", 0) for row in item.fields.get("criteria", ())) <= 100


def test_some_examples_disappointed_and_say_so() -> None:
    assert sum("geleerd van fouten" in item.fields["tags"] for item in EXAMPLES) >= 8


@pytest.mark.parametrize("item", PAGES, ids=lambda item: item.key)
def test_texts_fit_their_fields(item) -> None:
    model = MODELS[item.kind]
    for name, value in item.fields.items():
        field = next((field for field in model._meta.fields if field.name == name), None)
        if isinstance(value, str) and field is not None and field.max_length:
            assert len(" ".join(value.split())) <= field.max_length, name
    assert len(item.fields["title"]) <= 100
    validate_slug(item.fields.get("slug", item.slug.replace(".", "-")))
    assert 40 <= len(item.fields["summary"].strip()) <= 300


@pytest.mark.parametrize("item", [*EXAMPLES, *files.case_studies()], ids=lambda item: item.key)
def test_stories_are_complete(item) -> None:
    fields = item.fields
    assert 1 <= len(fields["themes"]) <= 3
    assert fields["highlight"].strip()
    assert fields["tip"].strip()
    assert fields["last_checked_on"] >= fields["published"]
    assert fields["published"].year >= fields["year"]
    if item.kind == "case_study":
        assert all(fields[name].strip() for name in PLAIN_TEXTS)
        assert fields["contract_ends_on"] > fields["contract_starts_on"]
        assert re.fullmatch(r"\d{8}-\d", fields["cpv_codes"][0])


@pytest.mark.parametrize("item", files.meetings(), ids=lambda item: item.key)
def test_meetings_are_complete(item) -> None:
    fields = item.fields
    assert ("date" in fields) != ("days_from_now" in fields)
    if "date" in fields and "starts" not in fields:
        assert not fields.get("programme"), "only the day is known"
        return
    assert fields["ends"] > fields["starts"]
    assert fields["form"] == "online" or fields["venue_name"]
    for entry in fields.get("programme", ()):
        assert fields["starts"] <= entry["time"] < fields["ends"]
        assert len(entry["title"]) <= ProgrammeItem._meta.get_field("title").max_length


def _state(fields: dict) -> str:
    realised = _span(fields["realised"]) if "realised" in fields else None
    return promise_state(
        direction=fields.get("better", "higher"),
        promised=_span(fields["promised"]),
        realised=realised,
        promised_by=fields.get("by"),
        measured_on=fields.get("on"),
    )


def _span(figure: object) -> Span:
    ends = [Decimal(str(end)) for end in (figure if isinstance(figure, list) else [figure])]
    return Span(min(ends), max(ends))


def test_contracts_promise_and_are_followed_up_and_not_everything_went_well() -> None:
    promised = [files.promises(item.slug) for item in files.case_studies()]
    results = [result for each in promised for result in each["results"]]
    moments = [moment for each in promised for moment in each["moments"]]
    assert len(results) >= 60
    assert len(moments) >= 90
    states = Counter(_state(result) for result in results)
    kept, open_ones = states["kept"], states["running"] + states["not_measured"]
    assert 0.6 <= kept / len(results) <= 0.75, "as in real contracts"
    assert open_ones >= 12
    assert states["not_kept"] >= 7
    broken = [moment for moment in moments if moment.get("status") == "not_kept"]
    assert len(broken) >= 5
    assert all(moment["note"] for moment in broken), "with why"
    planned = [moment["day"] for moment in moments if "status" not in moment]
    assert min(planned) < dt.date(2026, 11, 27) < max(planned), "some are past their day"
    for moment in moments:
        assert len(moment.get("note", "")) <= 300
        assert len(moment["what"]) <= 100


def test_every_page_has_a_picture_of_its_own_with_a_text_alternative() -> None:
    # A case study may show the picture of the example that it goes into.
    own = [item for item in PAGES if "of" not in item.picture]
    assert {item.kind for item in PAGES if item not in own} <= {"case_study"}
    for item in own:
        assert 40 <= len(item.picture["alt"]) <= 250, item.key
    alternatives = Counter(item.picture["alt"] for item in own)
    files = Counter(item.picture["file"] for item in own if item in DUTCH)
    assert alternatives.most_common(1)[0][1] == 1
    assert files.most_common(1)[0][1] == 1


def test_no_two_texts_share_a_sentence() -> None:
    owners: dict[str, set[str]] = {}
    for item in DUTCH:
        for text in texts(item.fields):
            for sentence in re.split(r"(?<=[.!?])\s+", " ".join(text.split())):
                if len(sentence.split()) >= 5:
                    owners.setdefault(sentence, set()).add(item.key)
    assert {sentence: keys for sentence, keys in owners.items() if len(keys) > 1} == {}


def test_titles_and_summaries_differ() -> None:
    for name in ("title", "summary"):
        values = Counter(item.fields[name] for item in DUTCH)
        assert values.most_common(1)[0][1] == 1


def test_what_an_item_points_at_exists() -> None:
    keys = {item.key for item in files.everything()}
    organisations = {item.slug for item in files.organisations()}
    organisations |= {slugify(seed.name) for seed in MUNICIPALITIES} | {"regio-rivierenland"}
    for item in files.everything():
        fields = item.fields
        people = [fields.get("contact"), *(entry.get("person") for entry in fields.get("contributors", ()))]
        assert all(f"person:{slug}" in keys for slug in people if slug), item.key
        named = [fields.get("organisation"), *(entry.get("organisation") for entry in fields.get("contributors", ()))]
        assert all(slug in organisations for slug in named if slug), item.key
        related = fields.get("related", ())
        related = [f"example:{slug}" for slug in related] if item.kind == "meeting" else related
        related = [*related, *(f"tool:{slug}" for slug in fields.get("tools", ()))]
        assert all(key in keys for key in related), item.key


def test_people_evidently_do_not_exist() -> None:
    for item in files.people():
        assert item.fields["email"].endswith(".example"), item.key
    hidden = [item for item in files.people() if not item.fields.get("consent_to_show", True)]
    assert len(hidden) == 1


def test_invented_stories_are_not_told_of_real_bodies_outside_the_region() -> None:
    real = {item.slug for item in files.organisations() if item.fields.get("website")}
    told = {item.fields["organisation"] for item in [*EXAMPLES, *files.case_studies()]}
    assert not told & real


def test_nobody_of_the_session_of_2024_is_named() -> None:
    everything = " ".join(itertools.chain.from_iterable(texts(item.fields) for item in files.everything()))
    assert not [name for name in NAMED if name in everything]


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Een regel\nover twee regels.", "<p>Een regel over twee regels.</p>"),
        ("## Kop\nTekst.\n\n- een\n- *twee*", "<h2>Kop</h2><p>Tekst.</p><ul><li>een</li><li><i>twee</i></li></ul>"),
        ("**Vet** & <b>niet</b>", "<p><b>Vet</b> &amp; &lt;b&gt;niet&lt;/b&gt;</p>"),
        ("", ""),
    ],
)
def test_light_markup_becomes_rich_text(source, html) -> None:
    assert rich_text(source) == html

"""The clause basket without a script: collect, order, edit, take along; and whatever else is sent to it."""

import io
import uuid

import docx
import odfdo
import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate
from wagtail.models import PageViewRestriction

from casestudies.basket.addresses import MAX_CLAUSES, BasketIds
from casestudies.clauses import Clause
from casestudies.criteria import MAX_CRITERIA, MAX_TEXT
from casestudies.models import CaseStudyCriterion, ExampleCriterion
from livinglab.core.http.request_limits import LARGEST_PUBLIC_BODY
from livinglab.search.templatetags import search_results
from livinglab.taxonomy.choices import CriterionKind
from tests.factories import CaseStudyPageFactory, ExamplePageFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def story(*texts: str, factory=CaseStudyPageFactory, **fields):
    """A published story with an award criterion for each text, and its clauses."""
    if factory is CaseStudyPageFactory:
        rows = [
            CaseStudyCriterion(
                kind=CriterionKind.AWARD, text=text, weight=20, level=2, proof="Een rapport van een lab."
            )
            for text in texts
        ]
    else:
        rows = [ExampleCriterion(kind=CriterionKind.CLAUSE, text=text) for text in texts]
    page = factory(criteria=rows, **fields)
    page = type(page).objects.get(pk=page.pk)
    return page, [Clause(criterion, page) for criterion in page.criteria.all()]


def address(*clauses) -> str:
    return "/mandje/?c=" + ",".join(clause if isinstance(clause, str) else clause.id for clause in clauses)


def seen(response) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def texts_of(page: BeautifulSoup) -> list[str]:
    return [area.text.strip() for area in page.select("textarea")]


def test_without_a_script_a_visitor_collects_orders_edits_and_takes_along(client):
    buren = OrganisationFactory(name="Gemeente Voorbeeld")
    page, (asphalt, _other) = story("Het asfalt is hergebruikt.", "Er is een paspoort.", organisation=buren, year=2024)
    _page, (green,) = story("De berm is vrij van gif.", factory=ExamplePageFactory)

    link = seen(client.get(page.url)).find(id=asphalt.criterion.anchor).select_one("[data-basket-add]")
    basket = seen(client.get(link["href"]))
    assert texts_of(basket) == ["Het asfalt is hergebruikt."]
    found = seen(client.get("/mandje/", {"c": asphalt.id, "q": "berm"}))
    basket = seen(client.get(found.select_one('.ll-basket__more .ll-results a[href^="/mandje/"]')["href"]))
    assert texts_of(basket) == ["Het asfalt is hergebruikt.", "De berm is vrij van gif."]

    moved = client.post(address(asphalt, green), {"action": f"up {green.id}"})
    assert (moved.status_code, moved.url) == (302, address(green, asphalt))

    typed = {f"text-{green.id}": "De berm is gifvrij.", f"text-{asphalt.id}": asphalt.criterion.text}
    again = seen(client.post(moved.url, {**typed, "action": f"down {green.id}"}))
    assert texts_of(again) == ["Het asfalt is hergebruikt.", "De berm is gifvrij."]
    form = again.select_one("form.ll-basket")
    assert form["action"] == address(asphalt, green)

    for ending, read in (("docx", read_docx), ("odt", read_odt), ("txt", lambda file: file.read().decode())):
        answer = client.post(form["action"], {**typed, "action": ending})
        assert answer["Content-Disposition"] == f'attachment; filename="bijlage-bestek.{ending}"'
        content = read(io.BytesIO(answer.content))
        expected = [
            "Bijlage: teksten voor je bestek",
            str(localdate().year),
            "1. Gunningscriterium",
            "Weging 20\u00a0%, niveau significant",
            "Het asfalt is hergebruikt.",
            "Bewijsmiddel: Een rapport van een lab.",
            f"Bron: Gemeente Voorbeeld, {page.title}, 2024, http",
            f"#{asphalt.criterion.anchor}",
            "2. Contractbepaling",
            "De berm is gifvrij.",
            "(de tekst is aangepast)",
            "geen juridisch advies",
        ]
        places = [content.find(part) for part in expected]
        assert -1 not in places, (expected[places.index(-1)], content)
        assert places == sorted(places)

    removed = client.post(address(asphalt, green), {"action": f"remove {green.id}"})
    assert removed.url == address(asphalt)


def read_docx(file) -> str:
    document = docx.Document(file)
    assert document.core_properties.author != "python-docx"
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def read_odt(file) -> str:
    document = odfdo.Document(file)
    assert document.language == "nl-NL"
    return "\n".join(element.inner_text for element in document.body.get_elements("//text:p | //text:h"))


def test_a_text_that_is_emptied_stays_behind_and_nothing_at_all_is_no_annex(client):
    _page, (one, two) = story("Een.", "Twee.")
    typed = {f"text-{one.id}": " \u200b ", f"text-{two.id}": "Twee."}
    content = client.post(address(one, two), {**typed, "action": "txt"}).content.decode()
    assert "Een." not in content
    assert "1. Gunningscriterium" in content
    seen(client.post(address(one), {**typed, "action": "docx"}))


def test_lines_and_letters_of_every_kind_come_along(client):
    _page, (one,) = story("Eén regel\n• Twee\n\nDrie: <b> & “é” 🌱")
    for ending, read in (("docx", read_docx), ("odt", read_odt)):
        content = read(io.BytesIO(client.post(address(one), {"action": ending}).content))
        for part in ("Eén regel", "• Twee", "Drie: <b> & “é” 🌱"):
            assert part in content


def test_what_was_typed_is_kept_when_it_is_too_long(client):
    _page, (one,) = story("Een.")
    typed = "x" * (MAX_TEXT + 1)
    page = seen(client.post(address(one), {f"text-{one.id}": typed, "action": "docx"}))
    assert texts_of(page) == [typed]
    assert page.select_one("[aria-invalid=true]")
    assert texts_of(seen(client.post(address(one), {f"text-{one.id}": typed, "action": f"up {one.id}"}))) == [typed]


def test_what_is_gone_or_private_is_named_and_never_shown(client):
    page, (secret,) = story("Dit is geheim.")
    draft, (hidden,) = story("Dit is een concept.")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    draft.unpublish()
    shown = client.get(address(secret, hidden, "0123456789")).content.decode()
    assert "geheim" not in shown
    assert "concept" not in shown
    for key in (secret.id, hidden.id, "0123456789"):
        assert f"De tekst met nummer {key} is er niet meer." in shown
    answer = client.post(address(secret), {f"text-{secret.id}": "Toch", "action": "txt"})
    assert not answer.has_header("Content-Disposition")


def test_of_a_copy_the_page_in_the_visitors_language_goes_first(client):
    page, (one,) = story("Een.")
    page.copy(update_attrs={"slug": "kopie", "title": "Kopie"}, keep_live=True)
    assert seen(client.get(address(one))).select_one(".ll-meta a").text == page.title


def test_a_reader_of_an_empty_basket_gets_no_cookie(client):
    assert not client.get("/mandje/").cookies
    assert "Er zit nog niets in je mandje" in client.get("/mandje/?c=").content.decode()
    assert client.get("/en/basket/").status_code == 200


@pytest.mark.parametrize(
    "given",
    [
        "",
        ",,,",
        "x" * 4000,
        "\u202e0123456789",
        "<script>",
        "0123456789,0123456789",
        "٠١٢٣٤٥٦٧٨٩",
        "0123456789abcdef",
        ",".join(uuid.uuid4().hex[:10] for _ in range(500)),
    ],
)
def test_no_address_of_a_basket_is_an_error(client, given):
    for asked in (client.get("/mandje/", {"c": given}), client.get("/mandje/", {"c": [given, "é"], "q": given[:300]})):
        assert asked.status_code == 200
    for action in ("", "docx", "up", f"down {given[:40]}", "exe", "remove 0123456789"):
        answer = client.post("/mandje/?c=0123456789", {"action": action, "text-0123456789": given})
        assert answer.status_code in (200, 302)


def test_ten_thousand_ids_are_refused_and_a_nul_too(client):
    assert client.get("/mandje/?c=" + ",".join(["0123456789"] * 10_000)).status_code == 414
    assert client.get("/mandje/?c=%00").status_code == 400
    _page, (one,) = story("Een.")
    content = client.post(address(one), {f"text-{one.id}": "a\x00b\u202ec", "action": "txt"}).content.decode()
    assert "abc" in content


def test_each_is_there_once_and_no_more_than_fit():
    keys = [f"{number:010x}" for number in range(MAX_CLAUSES + 5)]
    held = BasketIds.read([",".join([*keys[:3], *keys]), "ZZZ"])
    assert held.ids == keys[:MAX_CLAUSES]
    assert held.is_full
    assert len(held.notices) == 2


def test_moving_stops_at_the_ends():
    held = BasketIds(["a", "b", "c"])
    assert held.moved("a", -1) == ["a", "b", "c"]
    assert held.moved("a", 1) == ["b", "a", "c"]
    assert held.moved("c", 1) == ["a", "b", "c"]
    assert held.moved("x", 1) == ["a", "b", "c"]


def test_a_full_basket_of_the_longest_texts_can_be_taken_along(client):
    longest = ("Inschrijver toont dit aan, met bewijs. " * 60)[: MAX_TEXT - 1] + "."
    _page, clauses = story(*[longest] * MAX_CLAUSES)
    typed = {f"text-{clause.id}": f"{clause.criterion.text[:-2]}x." for clause in clauses}
    answer = client.post(
        address(*clauses),
        "&".join(f"{name}={text.replace(' ', '+').replace(',', '%2C')}" for name, text in typed.items())
        + "&action=docx",
        content_type="application/x-www-form-urlencoded",
    )
    assert int(answer.request["CONTENT_LENGTH"]) < LARGEST_PUBLIC_BODY
    assert answer.has_header("Content-Disposition")


def cost(client, url: str) -> int:
    client.get(url)
    search_results.forget()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_pages_lists_and_baskets_cost_the_same_however_many_clauses_they_show(client):
    few, (one,) = story("Een.", factory=ExamplePageFactory)
    costs = [cost(client, few.url), cost(client, "/criteria/"), cost(client, address(one))]
    many, clauses = story(*[f"Tekst {number}." for number in range(MAX_CRITERIA)], factory=ExamplePageFactory)
    again = [cost(client, many.url), cost(client, "/criteria/"), cost(client, address(*clauses[:MAX_CLAUSES]))]
    assert again == costs

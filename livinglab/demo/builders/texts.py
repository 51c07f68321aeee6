"""Standard pages, news, tools, and what the home pages get."""

from typing import Any

from wagtail.models import Page

from livinglab.demo.builders.workshop import Workshop, index_of, plain, stream
from livinglab.demo.files import Item
from livinglab.pages.models import (
    ContactPage,
    ContactSubject,
    HomePage,
    NewsIndexPage,
    NewsPage,
    StandardPage,
    ToolIndexPage,
    ToolPage,
)


def dress_home(workshop: Workshop, item: Item) -> None:
    """Give a home page that has no picture one."""
    home = index_of(HomePage, item.slug)
    if home is None or home.picture_id:
        return
    home.picture = workshop.picture(item)
    home.save_revision().publish()
    workshop.remember(item.key, home, only_changed=True)


def make_text(workshop: Workshop, item: Item) -> None:
    """A standard page, or the translation of one."""
    fields = item.fields
    parent = index_of(HomePage, fields["language"])
    if parent is None:
        return
    given: dict[str, Any] = {
        "title": fields["title"],
        "slug": fields["slug"],
        "summary": plain(fields["summary"]),
        "show_in_menus": fields.get("show_in_menus", False),
        "picture": workshop.picture(item),
        "body": stream(fields["body"]),
    }
    page: Page = StandardPage(**given, lists_personal_data=fields.get("lists_personal_data", False))
    if "questions_to" in fields:
        page = ContactPage(**given, email=fields["questions_to"])
        page.subjects.set([ContactSubject(**subject) for subject in fields["subjects"]])
    original: Page | None = workshop.made(f"page:{fields['translation_of']}") if "translation_of" in fields else None
    if original is not None:
        page.translation_key = original.translation_key
    workshop.add(item, parent, page)
    workshop.publish(item, page)


def make_news(workshop: Workshop, item: Item) -> None:
    """A news item."""
    parent = index_of(NewsIndexPage)
    if parent is None:
        return
    fields = item.fields
    page = NewsPage(
        title=fields["title"],
        summary=plain(fields["summary"]),
        date=fields["date"],
        body=stream(fields["body"]),
        picture=workshop.picture(item),
        organisation=workshop.organisation(fields),
        category=workshop.category(fields),
    )
    workshop.add(item, parent, page, on=fields["date"])
    page.themes = workshop.themes(fields)
    page.tags.set(workshop.tags(fields["tags"]))
    workshop.publish(item, page)


def make_tool(workshop: Workshop, item: Item) -> None:
    """A tool."""
    parent = index_of(ToolIndexPage)
    if parent is None:
        return
    fields = item.fields
    page = ToolPage(
        title=fields["title"],
        summary=plain(fields["summary"]),
        kind=fields["kind"],
        steering=fields["steering"],
        phases=fields["phases"],
        roles=fields["roles"],
        link=fields.get("link", ""),
        document=workshop.document(item),
        version=fields.get("version", ""),
        body=stream(fields["body"]),
        picture=workshop.picture(item),
        organisation=workshop.organisation(fields),
        category=workshop.category(fields),
    )
    workshop.add(item, parent, page)
    page.themes = workshop.themes(fields)
    workshop.publish(item, page)

"""Template tags of the lab: `{% load lab %}`."""

import json
import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from urllib.parse import quote, urlsplit

from django import template
from django.conf import settings
from django.forms import BoundField
from django.template import RequestContext
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin.templatetags.wagtailuserbar import wagtailuserbar

from livinglab.core.media import pictures
from livinglab.core.media.images import LabImage
from livinglab.core.text import headings_below as lower_headings

register = template.Library()

_EAGER = SafeString(' fetchpriority="high"')
_LAZY = SafeString(' loading="lazy" decoding="async"')

# What closes a script element, as JSON escapes.
_JSON_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def picture(
    image: LabImage | None,
    preset: str = "card",
    sizes: str = "",
    *,
    eager: bool = False,
    alt: str | None = None,
) -> SafeString:
    """A responsive picture in the shape of `preset` (`livinglab.core.media.pictures.PRESETS`); nothing for no image.

    AVIF, then WebP, then the original until a job has made them. Width and height keep its place. `alt` replaces the
    image's own text: "" where a link beside it says the same. Written here and not as a template: a list has twenty of
    them, and a template takes three times as long.
    """
    if image is None:
        return SafeString()
    shape = pictures.PRESETS[preset]
    ready = pictures.sources(image, preset)
    sizes = sizes or f"{shape.width}px"
    return format_html(
        '<picture class="ll-picture__frame">{}<img src="{}" alt="{}" width="{}" height="{}"{}></picture>',
        format_html_join(
            "",
            '<source type="image/{}" srcset="{}" sizes="{}">',
            ((fmt, ", ".join(f"{url} {width}w" for url, width in urls), sizes) for fmt, urls in ready.items()),
        ),
        ready["webp"][0][0] if "webp" in ready else image.file.url,
        image.alt_text if alt is None else alt,
        shape.width,
        shape.height,
        _EAGER if eager else _LAZY,
    )


@register.simple_tag
@lru_cache(maxsize=500)
def icon(name: str, css_class: str = "") -> SafeString:
    """A drawing from the sprite, hidden from screen readers: the text beside it says what it means.

    Kept: a page has dozens, of a few kinds.
    """
    return format_html(
        '<svg class="ll-icon {}" aria-hidden="true" focusable="false" width="24" height="24">'
        '<use href="{}#{}"></use></svg>',
        css_class,
        static("livinglab/icons.svg"),
        name,
    )


_DRAWINGS = {
    "road": ("road", "bridge"),
    "sign": ("sign",),
    "green": ("tree", "leaf"),
    "building": ("building",),
    "hall": ("hall",),
    "cleaning": ("bucket",),
    "office": ("office", "chair", "cup", "shirt"),
    "ict": ("laptop",),
    "energy": ("energy", "lamp", "climate"),
    "transport": ("truck", "bus"),
}
"""Drawing of `livinglab/images/drawings.svg` → the icons of categories that it stands for."""
_DRAWING_OF = {icon: drawing for drawing, icons in _DRAWINGS.items() for icon in icons}


@register.simple_tag
def drawing(icon: str | None = "", css_class: str = "") -> SafeString:
    """A drawing of what is bought, by the icon of its category; the river land for everything else. Decoration."""
    return format_html(
        '<svg class="ll-drawing {}" viewBox="0 0 300 200" preserveAspectRatio="xMidYMid slice" aria-hidden="true" '
        'focusable="false"><use href="{}#{}"></use></svg>',
        css_class,
        static("livinglab/images/drawings.svg"),
        _DRAWING_OF.get(icon or "", "land"),
    )


@register.simple_tag
def lang_attribute(language: str) -> SafeString:
    """The attribute that marks a text in another language than the page around it; nothing for the page's own."""
    return SafeString() if language == get_language() else format_html(' lang="{}"', language)


@register.simple_tag
def theme_labels(themes: Iterable, *, plain: bool = False) -> SafeString:
    """Themes, each with a dot in its colour. Links unless `plain`: inside a card there is one link only."""
    form = (
        '<li><span class="ll-theme ll-theme--{0}">{1}</span></li>'
        if plain
        else '<li><a class="ll-theme ll-theme--{0}" href="{2}">{1}</a></li>'
    )
    labels = format_html_join(
        "", form, ((theme.colour, theme.name, "" if plain else theme.get_absolute_url()) for theme in themes)
    )
    return format_html('<ul class="ll-themes" aria-label="{}">{}</ul>', _("Themes"), labels) if labels else labels


@register.simple_tag
def json_ld(data: object) -> SafeString:
    """Linked data for search engines; the type of the element keeps it from being run."""
    content = json.dumps(data, ensure_ascii=False).translate(_JSON_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{content}</script>')  # noqa: S308 - escaped above


# The NL Design System's class for each kind of control.
_CONTROL_CLASSES = {
    "text": "utrecht-textbox utrecht-textbox--html-input",
    "email": "utrecht-textbox utrecht-textbox--html-input",
    "password": "utrecht-textbox utrecht-textbox--html-input",
    "tel": "utrecht-textbox utrecht-textbox--html-input",
    "number": "utrecht-textbox utrecht-textbox--html-input",
    "date": "utrecht-textbox utrecht-textbox--html-input",
    "textarea": "utrecht-textarea utrecht-textarea--html-textarea",
    "select": "utrecht-select utrecht-select--html-select",
}


@register.filter(expects_localtime=True)
def iso(moment: datetime | None) -> str:
    """A moment for a machine, to the minute: HTML refuses the microseconds that Django's format `c` gives.

    Nothing for none: the preview of a draft may have no date yet.
    """
    return moment.isoformat(timespec="minutes") if moment else ""


@register.filter
def breakable(address: str) -> SafeString:
    """A mail address that may break before its @, and nowhere inside a word if it fits."""
    return mark_safe(str(conditional_escape(address)).replace("@", "<wbr>@"))  # noqa: S308 - escaped here


@register.filter
def host(address: str) -> str:
    """The name of a website, as people write it."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


@register.simple_tag
def question_mail(address: str, about: str) -> str:
    """A `mailto:` link (RFC 6068) whose subject says what the question is about."""
    subject = _("Question about %(subject)s") % {"subject": about}
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}"


@register.simple_tag
def form_control(field: BoundField) -> SafeString:
    """The control of a form field, tied to its help text and to its error."""
    described_by = [
        f"{field.auto_id}-{part}" for part, text in (("help", field.help_text), ("error", field.errors)) if text
    ]
    attributes: dict[str, str | bool] = {}
    if described_by and not field.use_fieldset:
        attributes["aria-describedby"] = " ".join(described_by)
    if field.errors:
        attributes["aria-invalid"] = "true"
    css_class = _CONTROL_CLASSES.get(field.widget_type) or _CONTROL_CLASSES.get(
        getattr(field.field.widget, "input_type", ""), ""
    )
    if css_class:
        attributes["class"] = css_class
    return field.as_widget(attrs=attributes)


# First parts of the long compounds of our field. Browsers hyphenate Dutch only where they have a dictionary for it.
_FIRST_PARTS = (
    "aanbestedings|bestemmings|contract|diensten|duurzaamheids|energie|gemeente|gevel|groen|grond|inkoop|keten|"
    "kennis|klimaat|leveranciers|maatschappelijk|materialen|ontwikkelings|opdracht|samenwerkings|schoonmaak|sport|"
    "telecommunicatie|toegankelijkheids|uitvoerings|verantwoordelijkheids|verkeers|vervoers|wacht|water|weg"
)
_LONG_WORD = re.compile(rf"\b({_FIRST_PARTS})(?=[a-zà-ÿ]{{10,}})|(?<=\w{{10}}lijk)(?=heid)", re.IGNORECASE)


@register.filter(is_safe=True)
def hyphenate(text: str) -> str:
    """The text with soft hyphens in long compounds, so that they break well on a narrow screen."""
    return _LONG_WORD.sub("\\g<0>\u00ad", text)


@register.filter
def headings_below(html: SafeString) -> SafeString:
    """What a tag has drawn, with its headings a level lower: `{% filter headings_below %}…{% endfilter %}`."""
    return mark_safe(lower_headings(html))  # noqa: S308 - only the numbers of tags change


@register.simple_tag(takes_context=True)
def user_bar(context: RequestContext) -> str:
    """Wagtail's bar for people who are logged in; the content checker of the preview lives in it too.

    Only a request with a session is asked who it is: looking at `user` makes the answer differ by cookie, and the
    pages of readers are the same for all.
    """
    request = context.get("request")
    if request is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return ""
    return wagtailuserbar(context)

"""The annex that a visitor takes along: the clauses with their sources, as Word, OpenDocument or plain text."""

import datetime as dt
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import docx
import odfdo
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from docx.oxml.ns import qn

from casestudies.clause_settings import ClauseSettings
from casestudies.clauses import Clause
from livinglab.core.text import plain_text

_TAGS = {"nl": "nl-NL", "en": "en-GB"}


@dataclass(frozen=True)
class AnnexClause:
    """One text of the annex, in the order of the basket."""

    heading: str
    facts: str
    """Weight and level; empty for what has neither."""
    text: str
    proof: str
    source: str

    @classmethod
    def of(cls, number: int, clause: Clause, text: str) -> "AnnexClause":
        criterion = clause.criterion
        weight, level = getattr(criterion, "weight", None), getattr(criterion, "level", None)
        facts = [_("weight %(weight)s%%") % {"weight": weight}] if weight else []
        if level:
            name = criterion.get_level_display()  # type: ignore[attr-defined]
            facts.append(_("level %(level)s") % {"level": name})
        proof = getattr(criterion, "proof", "")
        return cls(
            heading=f"{number}. {capfirst(criterion.get_kind_display())}",  # type: ignore[attr-defined]
            facts=capfirst(", ".join(facts)),
            text=text,
            proof=_("Means of proof: %(proof)s") % {"proof": proof} if proof else "",
            source=clause.source
            if text == criterion.text
            else _("%(source)s (text changed)") % {"source": clause.source},
        )


@dataclass(frozen=True)
class Annex:
    """Everything in the file, in the active language."""

    title: str
    date: str
    clauses: list[AnnexClause]
    worth: str
    author: str

    @classmethod
    def of(cls, texts: Sequence[tuple[Clause, str]], author: str) -> "Annex":
        today = timezone.localdate()
        return cls(
            title=pgettext("title of a file", "Annex: texts for your tender"),
            date=_("Put together on %(date)s from %(site)s.") % {"date": date_format(today, "j F Y"), "site": author},
            clauses=[AnnexClause.of(number, *pair) for number, pair in enumerate(texts, start=1)],
            worth=plain_text(ClauseSettings.worth())
            or _(
                "These texts come from tenders of others and are examples. Check whether they are proportional for "
                "your contract and still right. This is no legal advice."
            ),
            author=author,
        )


def as_text(annex: Annex) -> bytes:
    """Plain text, with an empty line between two parts."""
    parts = [annex.title, annex.date]
    for clause in annex.clauses:
        parts += [clause.heading, clause.facts, clause.text, clause.proof, clause.source]
    return ("\n\n".join(part for part in [*parts, annex.worth] if part) + "\n").encode()


def as_docx(annex: Annex) -> bytes:
    """A document for Word."""
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = annex.title, annex.author, ""
    properties.language = _language()
    properties.created = properties.modified = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _language())
    document.add_heading(annex.title, 1)
    document.add_paragraph(annex.date)
    for clause in annex.clauses:
        document.add_heading(clause.heading, 2)
        if clause.facts:
            document.add_paragraph(clause.facts)
        for paragraph in clause.text.split("\n\n"):
            document.add_paragraph(paragraph)
        if clause.proof:
            document.add_paragraph(clause.proof)
        document.add_paragraph().add_run(clause.source).italic = True
    document.add_paragraph().add_run(annex.worth).italic = True
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_odt(annex: Annex) -> bytes:
    """A document for LibreOffice and others."""
    document = odfdo.Document("text")
    document.language = _language()
    meta = document.meta
    meta.title, meta.creator, meta.initial_creator = annex.title, annex.author, annex.author
    meta.creation_date = meta.date = dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)
    body = document.body
    body.clear()
    body.append(odfdo.Header(1, annex.title, style="Heading_20_1"))
    body.append(odfdo.Paragraph(annex.date))
    for clause in annex.clauses:
        body.append(odfdo.Header(2, clause.heading, style="Heading_20_2"))
        parts = [clause.facts, *clause.text.split("\n\n"), clause.proof, clause.source]
        for part in filter(None, parts):
            body.append(odfdo.Paragraph(part, style="Text_20_body"))
    body.append(odfdo.Paragraph(annex.worth, style="Text_20_body"))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _language() -> str:
    return _TAGS.get(get_language() or "", "nl-NL")


@dataclass(frozen=True)
class Format:
    """A form in which an annex is taken along."""

    media_type: str
    write: Callable[[Annex], bytes]


FORMATS = {
    "docx": Format("application/vnd.openxmlformats-officedocument.wordprocessingml.document", as_docx),
    "odt": Format("application/vnd.oasis.opendocument.text", as_odt),
    "txt": Format("text/plain; charset=utf-8", as_text),
}
"""By the ending of the file's name."""

"""The texts of a basket, to edit before one takes them along."""

from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from casestudies.clauses import Clause
from casestudies.criteria import MAX_TEXT
from livinglab.core.fields.form_fields import ParagraphsField


class BasketForm(forms.Form):
    """One text for each clause. A text that is emptied is left out of the annex."""

    def __init__(self, clauses: Sequence[Clause], sent: QueryDict | None = None) -> None:
        self.clauses = list(clauses)
        names = {clause.id: f"text-{clause.id}" for clause in clauses}
        # A clause that came into the address while the form was open has its own text.
        typed = {name: sent.get(name, self._text(key)) for key, name in names.items()} if sent is not None else None
        super().__init__(typed)
        for number, clause in enumerate(clauses, start=1):
            kind = capfirst(str(clause.criterion.get_kind_display()))
            self.fields[names[clause.id]] = ParagraphsField(
                label=_("Text %(number)s: %(kind)s") % {"number": number, "kind": kind},
                required=False,
                max_length=MAX_TEXT,
                initial=clause.criterion.text,
                widget=forms.Textarea(attrs={"rows": 5}),
            )

    def _text(self, key: str) -> str:
        return next(clause.criterion.text for clause in self.clauses if clause.id == key)

    def rows(self) -> list[tuple[Clause, forms.BoundField]]:
        """Each clause with its field."""
        return [(clause, self[f"text-{clause.id}"]) for clause in self.clauses]

    def texts(self) -> list[tuple[Clause, str]]:
        """Each clause with its text as edited, without those that were emptied. Only of a valid form."""
        found = [(clause, self.cleaned_data[f"text-{clause.id}"]) for clause in self.clauses]
        return [(clause, text) for clause, text in found if text]

    @property
    def is_edited(self) -> bool:
        """Whether a text differs from the clause's own."""
        return not self.is_valid() or [text for _clause, text in self.texts()] != [
            clause.criterion.text for clause in self.clauses
        ]

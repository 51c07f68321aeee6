"""Form fields for choosing from the vocabularies."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.tags import TagField

from livinglab.core.text import normalize_line
from livinglab.taxonomy.ambition_webs import AmbitionAxis
from livinglab.taxonomy.icons import ICONS
from livinglab.taxonomy.models import Category

Option = tuple[Any, Any]


class _GroupedCategories(ModelChoiceIterator):
    """The categories under their parents. A parent that has parts can be chosen too, as the first of its group."""

    def __iter__(self) -> Iterator[Option]:
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        categories = sorted(self.queryset, key=lambda category: (category.sort_order, category.name))
        parts: dict[int, list[Category]] = {}
        for category in categories:
            if category.parent_id:
                parts.setdefault(category.parent_id, []).append(category)
        for category in categories:
            if category.pk in parts:
                general = (self.choice(category)[0], _("%(category)s in general") % {"category": category.name})
                yield (category.name, [general, *self._choices(parts[category.pk])])
            elif not category.parent_id:
                yield self.choice(category)

    def _choices(self, categories: Iterable[Category]) -> list[Option]:
        return [self.choice(category) for category in categories]


class CategoryChoiceField(forms.ModelChoiceField):
    """A category, in a list grouped by parent."""

    iterator = _GroupedCategories

    def __init__(self, queryset: QuerySet[Category], **kwargs: Any) -> None:
        kwargs.setdefault("empty_label", gettext_lazy("Choose a category"))
        super().__init__(queryset, **kwargs)


class _GroupedAxes(ModelChoiceIterator):
    """The axes under their webs."""

    def __iter__(self) -> Iterator[Option]:
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        axes = self.queryset.select_related("web").order_by("web__name", "-web__version", "sort_order", "name_nl")
        for web, of_web in groupby(axes, key=attrgetter("web")):
            yield (str(web), [self.choice(axis) for axis in of_web])


class AxisChoiceField(forms.ModelChoiceField):
    """An axis of an ambition web, in a list grouped by web."""

    iterator = _GroupedAxes

    def __init__(self, queryset: QuerySet[AmbitionAxis], **kwargs: Any) -> None:
        kwargs.setdefault("empty_label", gettext_lazy("Choose an axis"))
        super().__init__(queryset, **kwargs)


class ThemeCheckboxes(forms.CheckboxSelectMultiple):
    """The themes side by side; the boxes beyond `maximum` wait until one is taken away (`admin.js`)."""

    def __init__(self, maximum: int | None = None):
        attrs: dict[str, object] = {"class": "lab-choices"}
        if maximum is not None:
            attrs["data-lab-max"] = maximum
        super().__init__(attrs=attrs)


class IconSelect(forms.Select):
    """One of the drawings of the sprite, by name."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, choices=[("", gettext_lazy("None")), *ICONS.items()])


class TagsField(TagField):
    """Words separated by commas, in their stored form: two that look the same are one tag."""

    def clean(self, value: Any) -> Any:
        return super().clean(normalize_line(value) if isinstance(value, str) else value)

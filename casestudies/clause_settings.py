"""What the site says of the texts that visitors take over: what they are worth, and that they are no legal advice."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import RichTextField

_FEATURES = ["bold", "italic", "link", "ul", "ol"]


@register_setting(icon="clipboard-list")
class ClauseSettings(BaseGenericSetting):
    """A text of the lab's own in place of the one that comes with the software."""

    worth_nl = RichTextField(
        _("what such a text is worth, in Dutch"),
        features=_FEATURES,
        blank=True,
        help_text=_("Stands with the criteria of every page and in the file to take along. Empty: our text."),
    )
    worth_en = RichTextField(_("the same in English"), features=_FEATURES, blank=True)

    panels = [FieldPanel("worth_nl"), FieldPanel("worth_en")]

    class Meta:
        verbose_name = _("criteria to take over")

    @classmethod
    def worth(cls) -> str:
        """The lab's own text in the active language; empty for ours. Asked by visitors, so nothing is written."""
        column = "worth_en" if get_language() == "en" else "worth_nl"
        return cls.objects.values_list(column, flat=True).first() or ""

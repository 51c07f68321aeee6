"""What the edit form of a meeting asks, in its order."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from livinglab.taxonomy.fields import ThemeCheckboxes

MEETING_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel("kind"),
            FieldPanel("question"),
            FieldPanel("themes", widget=ThemeCheckboxes(), required_on_save=False),
            FieldPanel("category"),
            FieldRowPanel([FieldPanel("roles"), FieldPanel("trades")]),
        ],
        heading=_("What it is about and for whom"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
            FieldPanel("day_only"),
            FieldPanel("form"),
            FieldPanel("venue_name"),
            FieldPanel("venue_address"),
            FieldPanel("accessibility_note"),
            FieldPanel("map_url"),
            FieldPanel("online_url"),
        ],
        heading=_("When and where"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("capacity"), FieldPanel("online_capacity")]),
            FieldRowPanel([FieldPanel("sign_up_opens_at"), FieldPanel("sign_up_closes_at")]),
            FieldPanel("is_cancelled"),
            FieldRowPanel([FieldPanel("cancellation_reason"), FieldPanel("new_starts_at")]),
        ],
        heading=_("Sign-up"),
    ),
    InlinePanel("programme_items", heading=_("Programme"), label=pgettext_lazy("programme", "item")),
    InlinePanel("contributors", heading=_("Organisers and speakers"), label=_("contributor")),
    InlinePanel("related_pages", heading=_("Related examples, case studies and tools"), label=_("page")),
    InlinePanel("documents", heading=_("To prepare"), label=_("document")),
    FieldPanel("series"),
    FieldPanel("report"),
    InlinePanel("presentations", heading=_("Presentations"), label=_("document")),
    InlinePanel("agreed_actions", heading=_("Agreed actions"), label=_("action")),
    FieldPanel("tags"),
]

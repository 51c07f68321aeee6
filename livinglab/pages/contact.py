"""The contact page: how to reach the editors, and which of them a question goes to."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from livinglab.core.content.visibility import public
from livinglab.core.fields.model_fields import EmailAddressField
from livinglab.pages.standard import TextPage
from livinglab.taxonomy.models import Category, Theme


class ContactPage(TextPage):
    """A page of text with a form beside it. A question goes to whom its subject names, else to the page itself."""

    template = "pages/contact.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    email = EmailAddressField(
        _("questions go to"), help_text=_("A mailbox that somebody reads every working day. Visitors do not see it.")
    )

    content_panels = [
        *TextPage.content_panels,
        FieldPanel("email"),
        InlinePanel("subjects", heading=_("Subjects with an address of their own"), label=_("subject")),
    ]

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    @classmethod
    def in_language(cls, language: str) -> "ContactPage | None":
        """The contact page that everybody may read; None where editors made none."""
        pages = public(cls.objects.filter(locale__language_code=language))
        return pages.prefetch_related("subjects__category", "subjects__theme").first()

    def address_for(self, subject: "ContactSubject | None") -> str:
        """Who answers a question on `subject`."""
        return (subject.email if subject else "") or self.email


class ContactSubject(Orderable):
    """What a question can be about, and who answers it."""

    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="subjects")
    name = models.CharField(_("subject"), max_length=80, help_text=_("As visitors see it, such as: a meeting."))
    email = EmailAddressField(_("questions go to"))
    category = models.ForeignKey(
        Category,
        verbose_name=_("category"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Preselected for visitors who come from the page of this category."),
    )
    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    panels = [FieldPanel("name"), FieldPanel("email"), FieldRowPanel([FieldPanel("category"), FieldPanel("theme")])]

    def __str__(self) -> str:
        return self.name

"""The mail that asks somebody whether they may be shown."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import QuerySet

from livinglab.core.mail.outbox import Outbox
from livinglab.core.mail.sending import build_mail
from livinglab.core.mail.signed_links import url_of
from livinglab.taxonomy.consent.links import CONSENT
from livinglab.taxonomy.consent.models import ConsentRequest


class ConsentOutbox(Outbox[ConsentRequest]):
    """The requests that are to be mailed."""

    model = ConsentRequest

    def rows(self) -> QuerySet[ConsentRequest]:
        return ConsentRequest.objects.select_related("person", "asked_by")

    def still_relevant(self, mail: ConsentRequest) -> bool:
        return not mail.answer and mail.person.email.lower() == mail.email.lower()

    def build(self, mail: ConsentRequest) -> EmailMultiAlternatives:
        return build_mail(
            "consent",
            to=mail.email,
            language=mail.language,
            message_id=mail.header_id,
            headers={"Reply-To": settings.ORGANISERS_EMAIL} if settings.ORGANISERS_EMAIL else {},
            context={
                "name": mail.person.name,
                "asked_by": mail.asked_by.get_full_name() if mail.asked_by else "",
                "is_shown": mail.person.consent_to_show,
                "link": url_of(CONSENT, mail),
            },
        )

    def log_ids(self, mail: ConsentRequest) -> dict[str, object]:
        return {"kind": "consent", "person_id": mail.person_id}

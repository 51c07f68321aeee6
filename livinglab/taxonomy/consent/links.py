"""The private link in a mail that asks for consent: what it opens, and when it no longer does."""

from django.utils.translation import gettext as _

from livinglab.core.mail.private_links import DeadLinkError
from livinglab.core.mail.signed_links import LinkPurpose, read_token
from livinglab.taxonomy.consent.models import ConsentRequest

CONSENT = LinkPurpose("consent")


def open_link(token: str) -> ConsentRequest:
    """The request that a link came with, with its person. It works as long as the person is in the list.

    Raises BadLinkError for what we did not make, and DeadLinkError when mail to them goes to another mailbox now: who
    reads the old one may be somebody else.
    """
    people = ConsentRequest.objects.select_related("person__organisation", "person__portrait")
    request = people.get(uuid=read_token(token, CONSENT))
    if request.person.email and request.person.email.lower() != request.email.lower():
        raise DeadLinkError(_("We have another e-mail address of you now. Ask an editor to mail you a new link."))
    return request

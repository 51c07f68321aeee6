"""System checks of a deployment: what would only show when a mail does not arrive or a page is out of date."""

from email.utils import parseaddr

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

_SMTP = "django.core.mail.backends.smtp.EmailBackend"
_LOCAL_CACHE = "django.core.cache.backends.locmem.LocMemCache"


@register()
def check_mail(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """Mail needs a server and a sender that can be answered."""
    if settings.EMAIL_BACKEND != _SMTP:
        return []
    found: list[CheckMessage] = []
    if not settings.EMAIL_HOST:
        found.append(Error("No mail can leave: EMAIL_HOST is empty.", hint="Name the mail server.", id="lab.E010"))
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2]
    if not domain or domain == "localhost":
        found.append(
            Error(
                "No mail can leave: DEFAULT_FROM_EMAIL has no address to send from.",
                hint="For example: Living Lab <noreply@example.org>.",
                id="lab.E011",
            )
        )
    return found


@register(Tags.security, deploy=True)
def check_that_links_have_keys(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """With keys of their own, links in mail survive a change of the secret key."""
    if settings.LINK_KEYS:
        return []
    return [
        Warning(
            "LINK_KEYS is empty: SECRET_KEY signs the links in mail, and they all stop working when it changes.",
            hint="Set LINK_KEYS to an id and a secret of its own, such as 2026:<40 random characters>.",
            id="lab.W013",
        )
    ]


@register(Tags.caches, deploy=True)
def check_that_the_cache_is_shared(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """Web processes and workers must see one another's changes at once."""
    if settings.CACHES["default"]["BACKEND"] != _LOCAL_CACHE:
        return []
    return [
        Warning(
            "Every process has a cache of its own: what one changes, the others show only after a while.",
            hint="Set CACHE_URL to a Redis or Valkey that web processes and workers share.",
            id="lab.W014",
        )
    ]

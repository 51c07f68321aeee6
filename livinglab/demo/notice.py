"""The line on every page that says that what one reads is invented, for as long as the demo is there."""

from django.core.cache import cache
from django.http import HttpRequest

from livinglab.demo.models import DemoItem

KEY = "demo:present"
SECONDS = 60
"""How long a process may go on saying what was true."""


def has_demo_content() -> bool:
    """Whether anything of the demo is on this site; asked of the database once a minute."""
    present = cache.get(KEY)
    if present is None:
        present = DemoItem.objects.filter(only_changed=False).exists()
        cache.set(KEY, present, SECONDS)
    return present


def demo(request: HttpRequest) -> dict[str, object]:
    """For templates: `has_demo_content`, called only where a page asks."""
    return {"has_demo_content": has_demo_content}

"""What every template may use."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from livinglab.core.site import site_name


def site(request: HttpRequest) -> dict[str, object]:
    return {
        # Not `site_name`: that is what Django calls the host on the log-in page.
        "lab_name": SimpleLazyObject(lambda: site_name(request)),
        "region_name": settings.LIVINGLAB_REGION,
        "base_url": settings.WAGTAILADMIN_BASE_URL,
    }

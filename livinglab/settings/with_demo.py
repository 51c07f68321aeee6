"""Base settings with the demo content, which production does not have."""

from .base import *  # noqa: F403
from .base import INSTALLED_APPS, TEMPLATES, env

INSTALLED_APPS = [*INSTALLED_APPS, "livinglab.demo"]
TEMPLATES[0]["OPTIONS"]["context_processors"].append("livinglab.demo.notice.demo")
# The region that the demo is about.
LIVINGLAB_REGION = env("LIVINGLAB_REGION", default="Regio Rivierenland")

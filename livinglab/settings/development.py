"""Settings for a developer's machine: the embedded PostgreSQL, mail kept in a local outbox."""

from .embedded_postgres import embedded_url
from .with_demo import *  # noqa: F403
from .with_demo import VAR_DIR, database, env

DEBUG = env.bool("DEBUG", default=False)
# Signs nothing that matters: this site answers on loopback only.
SECRET_KEY = "development-only-and-refused-in-production"  # noqa: S105
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
DATABASES = {"default": database(env("DATABASE_URL", default="") or embedded_url(VAR_DIR / "postgres"), pool_size=8)}

EMAIL_BACKEND = "livinglab.core.mail.dev_mailbox.DevMailboxBackend"
LIVINGLAB_OUTBOX = VAR_DIR / "outbox"

# Hashed and compressed under `make run`, which collects the files; else straight from the sources.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
if env.bool("COLLECTED_STATIC", default=False):
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "livinglab.core.http.static_urls.QuicklyCompressedStorage"},
    }

# Two labs on one machine may read one another.
HARVEST_ALLOW_PRIVATE = True
# Media are served by Django only here (livinglab/urls.py).
SERVE_MEDIA = True

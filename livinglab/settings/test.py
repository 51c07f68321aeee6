"""Settings for the test suite: as base, on the PostgreSQL of DATABASE_URL, fast password hashes, mail in memory."""

from .embedded_postgres import embedded_url
from .with_demo import *  # noqa: F403
from .with_demo import VAR_DIR, database, env

DEBUG = False
SECRET_KEY = "test-only-and-refused-in-production"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DATABASES = {"default": database(env("DATABASE_URL", default="") or embedded_url(VAR_DIR / "postgres-test"))}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = VAR_DIR / "test-media"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
SERVE_MEDIA = True
SEARCH_URL = ""
# Most tests are about other things: those of the log-in switch these on.
REAUTHENTICATION_MINUTES = 0

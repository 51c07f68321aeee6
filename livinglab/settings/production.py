"""Settings for production. Everything that differs a place comes from the environment; nothing unsafe starts."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import LINK_KEYS, LOG_LEVEL, SILENCED_SYSTEM_CHECKS, database, env, logging_settings
from .embedded_postgres import is_embedded
from .environment import SHORTEST_LINK_KEY, refuse_weak_secret

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
# In every mail and every code for the door.
WAGTAILADMIN_BASE_URL = env("WAGTAILADMIN_BASE_URL").rstrip("/")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
DATABASES = {"default": database(env("DATABASE_URL"), pool_size=env.int("DATABASE_POOL_SIZE", default=20))}

if DEBUG:
    raise ImproperlyConfigured("DEBUG must be off in production: it shows settings and code to visitors.")
refuse_weak_secret("SECRET_KEY", SECRET_KEY, shortest=50)
for former in SECRET_KEY_FALLBACKS:
    refuse_weak_secret("SECRET_KEY_FALLBACKS", former, shortest=50)
for secret in LINK_KEYS.values():
    refuse_weak_secret("LINK_KEYS", secret, shortest=SHORTEST_LINK_KEY)
if any(host.strip() in {"*", "."} for host in ALLOWED_HOSTS):
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the site: with * a forged name would stand in links and mails.")
if urlsplit(WAGTAILADMIN_BASE_URL).scheme != "https":
    raise ImproperlyConfigured("WAGTAILADMIN_BASE_URL must begin with https://: links in mails open private pages.")
if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
    raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL: Living Lab runs on no other database.")
if is_embedded(env("DATABASE_URL")):
    raise ImproperlyConfigured(
        "DATABASE_URL points at the embedded PostgreSQL, which is for development. Use a server of your own."
    )

LOGGING = logging_settings(as_json=True, level=LOG_LEVEL)

# Where many processes serve one site they share a cache; a process on its own keeps its own. A check warns.
CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
# No defaults: a site that cannot mail must say so (livinglab.core.checks), not ask a machine that is not there.
EMAIL_HOST = env("EMAIL_HOST", default="")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL", default="")
EMAIL_PORT = env.int("EMAIL_PORT", default=25)
EMAIL_HOST_USER = env("EMAIL_HOST_USER", default="")
EMAIL_HOST_PASSWORD = env("EMAIL_HOST_PASSWORD", default="")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", default=False)
EMAIL_USE_SSL = env.bool("EMAIL_USE_SSL", default=False)
EMAIL_TIMEOUT = 10

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "livinglab.core.http.static_urls.SiteStaticFilesStorage"},
}
# Where no web server or object store does.
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=False)

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
# Set only behind a proxy that always overwrites this header.
if env.bool("BEHIND_TLS_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    CLIENT_ADDRESS_HEADER = env("CLIENT_ADDRESS_HEADER", default="X-Forwarded-For")
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=63_072_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=True)
# Allows anybody to have the whole domain put on the list that browsers come with: its owner's decision.
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=False)
SILENCED_SYSTEM_CHECKS = [*SILENCED_SYSTEM_CHECKS, "security.W021"]  # which asks for the above
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# With this prefix a browser takes a cookie over https only, and no other host of the domain can set it.
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
MFA_TRUST_COOKIE_NAME = "__Host-trusted_browser"
KNOWN_DEVICE_COOKIE_NAME = "__Host-known_device"

SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=True)
SESSION_IDLE_MINUTES = env.int("SESSION_IDLE_MINUTES", default=60)

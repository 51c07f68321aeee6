"""Settings that hold everywhere. Secrets and addresses come from the environment (`docs/operations.md`)."""

import logging
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from livinglab.core.monitoring.logs import log_context_of_job, logging_settings
from livinglab.settings.environment import env, keys_by_id, openid_connect_providers, roles_by_group

BASE_DIR = Path(__file__).resolve().parents[2]
# Everything that is made goes here: databases, media, static files, logs.
VAR_DIR = Path(env("LIVINGLAB_VAR", default="") or BASE_DIR / "var").absolute()

INSTALLED_APPS = [
    "livinglab.accounts",
    "livinglab.core",
    "livinglab.taxonomy",
    "livinglab.harvest",
    "livinglab.search",
    "livinglab.pages",
    "casestudies",
    "events",
    "livinglab.api",
    "livinglab.provision",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "livinglab.accounts.apps.LabUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "procrastinate.contrib.django",
    "axes",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # What every response has, static files, redirects and refusals included, is added above all else.
    "livinglab.core.http.middleware.ContentSecurityPolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "livinglab.core.http.middleware.ResourcePolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Below the static files, of which nobody needs a line each.
    "livinglab.core.monitoring.request_log.RequestLogMiddleware",
    "livinglab.core.http.compression.CompressionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    # Below the language, in which it answers.
    "livinglab.core.http.middleware.BadInputMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Directly below the user: who has to log in anew, or has a step to take, is nobody from here on.
    "livinglab.accounts.sessions.IdleSessionMiddleware",
    "livinglab.accounts.second_factor.SecondFactorMiddleware",
    # Below the user, who may send more; still before any body is read.
    "livinglab.core.http.request_limits.RequestLimitMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "livinglab.core.http.redirects.RedirectMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "livinglab.urls"
WSGI_APPLICATION = "livinglab.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "livinglab.core.http.context_processors.site",
            ],
        },
    },
]

# -- Database ---------------------------------------------------------------------------------------
# PostgreSQL is the one database. Each settings module says where it is.
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def database(url: str, *, pool_size: int = 0) -> dict:
    """Django's settings for the PostgreSQL at `url`; with `pool_size` > 0 the process keeps a pool of that size."""
    config = env.db_url_config(url)
    config.setdefault("OPTIONS", {})
    if pool_size:
        config["OPTIONS"]["pool"] = {"min_size": 1, "max_size": pool_size, "timeout": 10}
    return config


# -- People and passwords ---------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "livinglab.accounts.passwords.GuessablePasswordValidator"},
]
# axes stops a log-in and keeps who logged in; how often somebody may try is in livinglab.accounts.log_in_limits.
AXES_HANDLER = "livinglab.accounts.log_in_limits.LogInHandler"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # an attempt that has to wait makes nobody wait longer
AXES_CLIENT_IP_CALLABLE = "livinglab.core.http.client_address.client_address"
AXES_USERNAME_FORM_FIELD = "username"  # the field of the form, though it asks for an e-mail address
# The header in which our own proxy says where a request comes from; empty without a proxy.
CLIENT_ADDRESS_HEADER = ""
# How long is kept who logged in, and from which address.
LOG_IN_RETENTION_DAYS = env.int("LOG_IN_RETENTION_DAYS", default=30)
AXES_LOCKOUT_CALLABLE = "livinglab.accounts.views.locked_out"
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
# allauth takes the second step of a log-in. The first one is ours, since accounts are given out by administrators only;
# so are the limits (livinglab.accounts.log_in_limits), which count in the database and not in a cache.
ACCOUNT_ADAPTER = "livinglab.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_ENABLED = False
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation is read in the mailbox that it was sent to
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
MFA_ADAPTER = "livinglab.accounts.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1  # a telephone whose clock is half a minute off
MFA_TRUST_ENABLED = True
MFA_TRUST_COOKIE_AGE = 30 * 24 * 3600
# Log-in at an organisation's own provider: https://client-id:secret@login.gemeente.example/realm; empty: none.
OIDC_URL = env("OIDC_URL", default="")
OIDC_NAME = env("OIDC_NAME", default="")
# group:role,group:role: which group of the provider gives which role here.
OIDC_GROUPS: dict[str, str] = roles_by_group(env.list("OIDC_GROUPS", default=[]))
OIDC_GROUPS_CLAIM = env("OIDC_GROUPS_CLAIM", default="groups")
SOCIALACCOUNT_ADAPTER = "livinglab.accounts.organisation_log_in.OrganisationAdapter"
SOCIALACCOUNT_PROVIDERS = openid_connect_providers(OIDC_URL)
# A link, no form: `form-action` of the content security policy would have to name the provider. Whoever makes somebody
# else follow it logs them in as themselves.
SOCIALACCOUNT_LOGIN_ON_GET = True
# Whether those who publish, or see personal data, need a second step to log in; and who those are beside superusers
# and people who publish pages.
SECOND_FACTOR_REQUIRED = False
SECOND_FACTOR_PERMISSIONS = [
    "events.change_signup",
    "accounts.add_user",
    "accounts.change_user",
    "accounts.delete_user",
    "auth.change_group",
]
# Before personal data leave the site or are erased, somebody shows who they are unless they did so this recently.
REAUTHENTICATION_MINUTES = 15
# A session that nobody uses ends after so many minutes; 0: when the browser is closed, or after two weeks.
SESSION_IDLE_MINUTES = 0
# Names of cookies of ours; production makes them hold for this host only.
KNOWN_DEVICE_COOKIE_NAME = "known_device"
WAGTAILADMIN_USER_LOGIN_FORM = "livinglab.accounts.forms.LogInForm"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "livinglab.accounts.forms.PasswordResetForm"  # noqa: S105

# What is told once is kept with the session: a cookie would carry names and addresses to and fro.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# -- Languages --------------------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
WAGTAIL_I18N_ENABLED = True
WAGTAIL_USER_TIME_ZONES = ["Europe/Amsterdam"]  # meetings are there; one zone, so nobody is asked
WAGTAILSIMPLETRANSLATION_SYNC_PAGE_TREE = False
LOCALE_PATHS = [BASE_DIR / "livinglab" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

# -- Files ------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "livinglab" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR_DIR / "media"))()
WHITENOISE_MAX_AGE = 3600
# Whether Django serves pictures itself; quicker is a web server or object store that does. Documents have a view.
SERVE_MEDIA = False

# -- Wagtail ----------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = env("LIVINGLAB_NAME", default="Living Lab MVOI")
# Below the name in the header; empty for a lab that belongs to no region.
LIVINGLAB_REGION = env("LIVINGLAB_REGION", default="")
WAGTAILADMIN_BASE_URL = env("WAGTAILADMIN_BASE_URL", default="http://127.0.0.1:8000")
WAGTAILIMAGES_IMAGE_MODEL = "core.LabImage"
WAGTAILDOCS_DOCUMENT_MODEL = "core.LabDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ics", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000  # 9000 × 6600; more is no photograph but an attack on memory
WAGTAILIMAGES_IMAGE_FORM_BASE = "livinglab.core.media.upload_forms.LabImageForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []  # every document is a download
WAGTAIL_PASSWORD_REQUIRED_TEMPLATE = WAGTAILDOCS_PASSWORD_REQUIRED_TEMPLATE = "pages/shared_password.html"  # noqa: S105
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# As people here type them: what its date picker cannot read it makes today.
FORMAT_MODULE_PATH = ["livinglab.core.formats"]
WAGTAIL_DATE_FORMAT = "%d-%m-%Y"
WAGTAIL_DATETIME_FORMAT = "%d-%m-%Y %H:%M"
TAGGIT_CASE_INSENSITIVE = True
TAG_SPACES_ALLOWED = True
# The admin calls nobody.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False  # moderators are told, by livinglab.core.mail.moderation
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAIL_AUTOSAVE_INTERVAL = 5000  # milliseconds; every save is a revision
# Wagtail's own search serves the admin's choosers and lists; visitors use livinglab.search.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "dutch"},
}
ADMIN_PATH = "beheer/"

# -- Jobs -------------------------------------------------------------------------------------------
# What a worker missed while it was off, such as a night's job, it does when it starts.
PROCRASTINATE_PERIODIC_DEFAULTS = {"max_delay": 24 * 3600}

# -- Mail -------------------------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default=f"{WAGTAIL_SITE_NAME} <noreply@livinglab.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# Signs the links in sign-up mails: `id:secret,id:secret`, the newest first; the others keep older links alive until
# they are taken out. Empty: the secret key signs, and its fallbacks keep older links alive.
LINK_KEYS: dict[str, str] = keys_by_id(env.list("LINK_KEYS", default=[]))
# A form that comes back sooner than this after it was opened was not filled in by a person.
SIGN_UP_MINIMUM_SECONDS = 2
# Participants of one meeting in a minute; those above it are asked to confirm their address.
SIGN_UPS_A_MINUTE = 100
# Personal data of a meeting's participants is erased so long after it ended; what they eat or need, sooner.
SIGN_UP_RETENTION_WEEKS = env.int("SIGN_UP_RETENTION_WEEKS", default=4)
SIGN_UP_NEEDS_RETENTION_WEEKS = env.int("SIGN_UP_NEEDS_RETENTION_WEEKS", default=1)
# Addresses, private links and answers of a follow-up moment are erased so long after its day.
FOLLOW_UP_RETENTION_WEEKS = env.int("FOLLOW_UP_RETENTION_WEEKS", default=26)
# Where mail goes that could not be delivered, and the answers to our mails: a mailbox that organisers read.
ORGANISERS_EMAIL = env("ORGANISERS_EMAIL", default="")
# Questions of visitors that one site takes in an hour: more are a machine's, and would fill the editors' mailbox.
CONTACT_MAILS_PER_HOUR = env.int("CONTACT_MAILS_PER_HOUR", default=40)
# A directory in which outgoing mail is kept as files and shown at /outbox/; None everywhere but in development.
LIVINGLAB_OUTBOX: Path | None = None

# -- Open data --------------------------------------------------------------------------------------
# The terms on which anybody may use the texts of this site: a name and an address that stays.
CONTENT_LICENCE_NAME = env("CONTENT_LICENCE_NAME", default="CC BY 4.0")
CONTENT_LICENCE = env("CONTENT_LICENCE", default="https://creativecommons.org/licenses/by/4.0/")
# What one address may ask of the API in a minute. A whole town hall may sit behind one.
API_REQUESTS_A_MINUTE = env.int("API_REQUESTS_A_MINUTE", default=600)
# Whether another lab may be read over plain http and inside a private network: for a test, never on the internet.
HARVEST_ALLOW_PRIVATE = env.bool("HARVEST_ALLOW_PRIVATE", default=False)

# -- Security ---------------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # the editor's preview is a frame
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # which asks for DENY
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "livinglab.core.http.errors.csrf_failure"
CSRF_COOKIE_SAMESITE = "Lax"
# For /.well-known/security.txt: a mailto: or https: address, and a date (YYYY-MM-DD) less than a year ahead.
SECURITY_CONTACT = env("SECURITY_CONTACT", default="")
SECURITY_TXT_EXPIRES = env("SECURITY_TXT_EXPIRES", default="")
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "object-src": [NONE],
    }
}
# Wagtail 8 still has inline scripts and styles in its admin templates.
ADMIN_CONTENT_SECURITY_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, "'unsafe-inline'"],
    "style-src": [SELF, "'unsafe-inline'"],
    "img-src": [SELF, "data:", "blob:"],
    "base-uri": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
    "object-src": [NONE],
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
}

# -- Search -----------------------------------------------------------------------------------------
# Elasticsearch answers searches when this names a cluster: https://user:password@host:9200/prefix-of-index-names, with
# a comma between nodes. Empty: PostgreSQL does, as it does whenever Elasticsearch is away.
SEARCH_URL = env("SEARCH_URL", default="")

# -- Logs -------------------------------------------------------------------------------------------
LOG_LEVEL = env("LOG_LEVEL", default="INFO").upper()
LOGGING = logging_settings(as_json=False, level=LOG_LEVEL)
PROCRASTINATE_WORKER_DEFAULTS = {"worker_middleware": [log_context_of_job]}
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_USER_ID_FIELD = ""  # ours reads no session to find out
DJANGO_STRUCTLOG_STATUS_START_LOG_LEVEL = logging.DEBUG  # the line of the answer says it all
DJANGO_STRUCTLOG_STATUS_4XX_LOG_LEVEL = logging.INFO

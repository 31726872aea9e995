"""Django's settings; what an administrator may change comes from the environment and is read here only."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from knoop.community.files import kinds
from knoop.config import environment, mail
from knoop.config.database import database
from knoop.config.storage import storage

MEGABYTE = 1024 * 1024
DEBUG = environment.yes_or_no("KNOOP_DEBUG")
DATA = environment.folder("KNOOP_DATA", environment.data_folder())
ADDRESS = environment.address("KNOOP_ADDRESS", environment.served_at(DATA, "http://127.0.0.1:8000"))
WORKERS = environment.number("KNOOP_WORKERS", 1, least=1)
SECRET_KEY = environment.text("KNOOP_SECRET_KEY") or environment.secret(DATA / "secret_key")

_address = urlsplit(ADDRESS)
_is_https = _address.scheme == "https"
ALLOWED_HOSTS = [environment.host_of(_address), "127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [ADDRESS]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _is_https
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if _is_https else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _is_https else None
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = int(timedelta(days=30).total_seconds())
SESSION_COOKIE_NAME = "knoop_session"
CSRF_COOKIE_NAME = "knoop_csrf"
CSRF_FAILURE_VIEW = "knoop.web.views.form_expired"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}

INSTALLED_APPS = [
    "knoop.web",
    "knoop.jobs",
    "knoop.events",
    "knoop.people",
    "knoop.community.spaces",
    "knoop.community.files",
    "knoop.community.posts",
    "knoop.community.pages",
    "knoop.community.meetings",
    "knoop.community.messages",
    "knoop.community.signals",
    "knoop.leadership.safety",
    "knoop.leadership.insights",
    "knoop.importers",
    "knoop.notify",
    "knoop.live",
    "knoop.administration",
    "knoop.search",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "knoop.web.middleware.CompressedPages",
    "knoop.web.middleware.PrivatePages",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "knoop.live.address.LetPagesListen",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "knoop.people.middleware.PersonSettings",
    "django_htmx.middleware.HtmxMiddleware",
    "knoop.people.middleware.LogInFirst",
    "knoop.web.middleware.OnlySent",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "knoop.config.urls"
WSGI_APPLICATION = "knoop.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.template.context_processors.i18n",
                "knoop.community.spaces.navigation.spaces",
                "knoop.leadership.insights.navigation.network",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "knoop.web.templatetags.web",
            ],
        },
    }
]

DATABASES = {"default": database("KNOOP_DATABASE", environment.text("KNOOP_DATABASE"), DATA)}
TASKS = {
    "default": {
        "BACKEND": "knoop.jobs.backends.Table",
        # A worker has a thread for each, so that what takes minutes doesn't hold up what is quick, nor does a
        # server elsewhere that doesn't answer.
        "QUEUES": ["default", "slow", "outside", "mail"],
    }
}
WORKS_HERE = environment.yes_or_no("KNOOP_WORK", default=True)  # a worker beside `knoop serve`
LIVE = environment.one_of(
    "KNOOP_LIVE", ("here", "elsewhere", "no")
)  # the streams; here: beside `knoop serve`
PORT, LIVE_PORT = environment.number("KNOOP_PORT", 0), environment.number("KNOOP_LIVE_PORT", 0)  # said by it
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["knoop.people.login.ByHandleOrEmail"]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
PASSWORD_RESET_TIMEOUT = int(timedelta(days=7).total_seconds())
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LANGUAGE_CODE = environment.one_of("KNOOP_LANGUAGE", ("nl", "en"))
LANGUAGE_COOKIE_NAME = "knoop_language"
TIME_ZONE = environment.time_zone("KNOOP_TIME_ZONE", "Europe/Amsterdam")
USE_TZ = True

# Whether the server goes to look what a link in a post leads to; it goes to public addresses only.
LINK_PREVIEWS = environment.yes_or_no("KNOOP_LINK_PREVIEWS", default=True)

# What is pushed to devices is signed with this; without it a key is made and kept in the data folder.
VAPID_KEY = environment.text("KNOOP_VAPID_KEY")
PUSH_ALSO_TO: tuple[tuple[str, int], ...] = ()  # addresses and ports that aren't public, for tests
# Without KNOOP_SMTP nothing is mailed and no page speaks of mail; without KNOOP_IMAP nobody answers by mail.
MAILS = bool(environment.text("KNOOP_SMTP"))
MAILERS = {"default": mail.mailer("KNOOP_SMTP", environment.text("KNOOP_SMTP"))}
DEFAULT_FROM_EMAIL = mail.sender("KNOOP_MAIL_FROM", environment.text("KNOOP_MAIL_FROM"), is_needed=MAILS)
MAILBOX = mail.mailbox("KNOOP_IMAP", environment.text("KNOOP_IMAP"))
REPLY_ADDRESS = mail.reply_address(
    "KNOOP_REPLY_ADDRESS", environment.text("KNOOP_REPLY_ADDRESS"), DEFAULT_FROM_EMAIL
)
LARGEST_MAIL = environment.number("KNOOP_LARGEST_MAIL", 10, least=1) * MEGABYTE

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": storage(
        "KNOOP_S3",
        {part: environment.text(f"KNOOP_S3{part}") for part in ("", "_KEY", "_SECRET", "_REGION")},
        DATA / "files",
    ),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 3600
LARGEST_FILE = environment.number("KNOOP_LARGEST_FILE", 50, least=1) * MEGABYTE
FILES_A_DAY = environment.number("KNOOP_FILES_A_DAY", 1000, least=1) * MEGABYTE  # of one person
FILE_TYPES = environment.endings("KNOOP_FILE_TYPES", kinds.USUAL)
CLAMAV = environment.text("KNOOP_CLAMAV")  # its daemon's socket, or host:port; empty: files aren't scanned
FILE_UPLOAD_HANDLERS = [
    "knoop.community.files.uploading.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django.tasks": {"level": "WARNING"}},  # else two lines for each job
}

"""The product's settings, but for what would only make tests slow."""

import os
import tempfile

os.environ.setdefault("KNOOP_DATA", tempfile.mkdtemp(prefix="knoop-test-"))

from knoop.config.translations import compile_changed

compile_changed()  # before Django reads the language it speaks by default

from knoop.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
WHITENOISE_AUTOREFRESH = True
LINK_PREVIEWS = False  # tests go nowhere; those of previews say so
TASKS = {"default": TASKS["default"] | {"BACKEND": "knoop.jobs.backends.AtOnce"}}  # noqa: F405

"""The product's settings, but for what would only make tests slow."""

import os
import tempfile

os.environ.setdefault("KNOOP_DATA", tempfile.mkdtemp(prefix="knoop-test-"))
# Each process of a run keeps files of its own, so that none finds another's.
_folder = os.path.join("of", os.environ.get("PYTEST_XDIST_WORKER", "alone"))
if not os.environ["KNOOP_DATA"].endswith(_folder):
    os.environ["KNOOP_DATA"] = os.path.join(os.environ["KNOOP_DATA"], _folder)
os.makedirs(os.environ["KNOOP_DATA"], exist_ok=True)

from knoop.config.translations import compile_changed  # noqa: E402

compile_changed()  # before Django reads the language it speaks by default

from knoop.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
WHITENOISE_AUTOREFRESH = True
LINK_PREVIEWS = False  # tests go nowhere; those of previews say so
TASKS = {"default": TASKS["default"] | {"BACKEND": "knoop.jobs.backends.AtOnce"}}  # noqa: F405

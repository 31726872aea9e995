"""The tests' settings on PostgreSQL: KNOOP_TEST_POSTGRESQL names a folder with its socket and the port."""

import os

from tests.settings import *  # noqa: F403

_folder, _, _port = os.environ["KNOOP_TEST_POSTGRESQL"].rpartition(":")
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "knoop",
        "USER": "postgres",
        "HOST": _folder,
        "PORT": _port,
    }
}

"""Where a web server finds the streams."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "knoop.config.settings")
django.setup()

from knoop.live.app import application  # noqa: E402

__all__ = ["application"]

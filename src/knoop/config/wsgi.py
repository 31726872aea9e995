"""Where a web server finds Knoop."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "knoop.config.settings")
application = get_wsgi_application()

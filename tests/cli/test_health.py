"""What watches a server asks /healthz; it must notice a database that is gone behind an open connection."""

import pytest
from django.db import connection

from tests.making import as_


@pytest.mark.django_db
def test_a_server_without_its_tables_is_not_healthy():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE django_migrations RENAME TO gone")
    response = as_(None).get("/healthz")
    assert (response.status_code, response.text) == (500, "database")

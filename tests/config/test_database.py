"""An address of PostgreSQL is read as it's meant; a wrong one is named, without its password."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from knoop.config.database import database

NOWHERE = Path("nowhere")


def test_without_an_address_the_rows_are_in_a_file_of_the_data_folder():
    assert database("KNOOP_DATABASE", "", NOWHERE)["NAME"] == NOWHERE / "knoop.sqlite3"


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("postgresql://knoop:p%40ss@db.example.org/net", ("knoop", "p@ss", "db.example.org", "", "net")),
        ("postgres://knoop@127.0.0.1:5433/net", ("knoop", "", "127.0.0.1", "5433", "net")),
        ("postgresql:///net?host=/run/postgresql", ("", "", "/run/postgresql", "", "net")),
        ("postgresql://knoop@[::1]/net", ("knoop", "", "::1", "", "net")),
    ],
)
def test_an_address_says_who_and_where(value, meant):
    read = database("KNOOP_DATABASE", value, NOWHERE)
    assert tuple(read[part] for part in ("USER", "PASSWORD", "HOST", "PORT", "NAME")) == meant


def test_what_stands_behind_the_question_mark_is_for_the_connection():
    read = database("KNOOP_DATABASE", "postgresql://h/net?sslmode=verify-full", NOWHERE)
    assert read["OPTIONS"]["sslmode"] == "verify-full"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("mysql://knoop:secret@h/net", "only PostgreSQL"),
        ("knoop.sqlite3", "only PostgreSQL"),
        ("postgresql://knoop:secret@h", "names no database"),
        ("postgresql://knoop:secret@h/net/more", "names no database"),
        ("postgresql://knoop:secret@h:port/net", "host or port"),
        ("postgresql://knoop:secret@[::1/net", "host or port"),
        ("postgresql://knoop:secret@h/net?ssl=yes", "'ssl' behind the question mark"),
        ("postgresql://knoop:se#cret@h/net", "KNOOP_DATABASE"),
    ],
)
def test_an_address_that_cant_be_is_named_without_its_password(value, said):
    with pytest.raises(ImproperlyConfigured, match=r"^KNOOP_DATABASE .* write it as postgresql://") as fault:
        database("KNOOP_DATABASE", value, NOWHERE)
    assert said in str(fault.value)
    assert "secret" not in str(fault.value)

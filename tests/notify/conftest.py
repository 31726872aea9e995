"""Acts whose listeners are told, and what people are told of."""

from collections.abc import Callable
from contextlib import contextmanager

import pytest
from django.test import TestCase

from knoop.config import mail
from knoop.notify import tasks
from knoop.notify.lines import page
from knoop.notify.models import MailChoice, Notice
from tests.notify import dovecot, sink


@pytest.fixture
def heard() -> Callable[..., object]:
    """What happens inside is told to who listens."""

    @contextmanager
    def hear():
        with TestCase.captureOnCommitCallbacks(execute=True):
            yield

    return hear


def sentences(person, **which: object) -> list[str]:
    """The lines somebody reads, in English."""
    from django.utils import translation

    with translation.override("en"):
        return [line.sentence for line in page(Notice.objects.visible_to(person).filter(**which)).lines]


@pytest.fixture
def told() -> Callable[..., list[str]]:
    return sentences


@pytest.fixture
def post_office(settings, db):
    """A real mail server, by which Knoop sends in this test."""
    with sink.running() as server:
        sent_by(settings, server.port)
        yield server


def sent_by(settings, port: int) -> None:
    settings.MAILS = True
    settings.MAILERS = {"default": mail.mailer("KNOOP_SMTP", f"smtp://127.0.0.1:{port}")}
    settings.DEFAULT_FROM_EMAIL = "Knoop <knoop@intranet.example>"
    settings.REPLY_ADDRESS = "reply@intranet.example"


@pytest.fixture(scope="session")
def imap_server():
    with dovecot.running() as server:
        yield server


@pytest.fixture
def letter_box(imap_server, post_office, settings):
    """A real mailbox, empty, from which Knoop takes answers in this test."""
    user, password = dovecot.USER, "p%C3%A2ss%2Fword"
    settings.MAILBOX = mail.mailbox(
        "KNOOP_IMAP", f"imap://{user}:{password}@127.0.0.1:{imap_server.port}/INBOX"
    )
    imap_server.empty()
    return imap_server


@pytest.fixture
def chosen() -> Callable[..., MailChoice]:
    """What somebody chose: needs=, good=, and when."""

    def choose(person, **fields: object) -> MailChoice:
        if not person.email:
            person.email = f"{person.handle}@example.org"
            person.save()
        choice = MailChoice.objects.of(person)
        for name, value in fields.items():
            setattr(choice, name, value)
        choice.keep()
        return choice

    return choose


@pytest.fixture
def mail_turn() -> Callable[[], None]:
    """A minute of the worker's: what is due goes out."""
    return tasks.send.call

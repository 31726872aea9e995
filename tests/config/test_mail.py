"""Addresses of mail servers are read as they're meant; a wrong one is named, without its password."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from knoop.config.mail import mailbox, mailer, reply_address, sender


def test_without_an_address_mail_goes_nowhere_and_nothing_comes_in():
    assert mailer("KNOOP_SMTP", "")["BACKEND"].endswith("dummy.EmailBackend")
    assert mailbox("KNOOP_IMAP", "") is None


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("smtp://127.0.0.1", ("127.0.0.1", 25, "", "", False, False)),
        ("smtp://relay:1025", ("relay", 1025, "", "", False, False)),
        ("starttls://knoop:p%40ss@mail.example.org", ("mail.example.org", 587, "knoop", "p@ss", True, False)),
        (
            "smtps://knoop%40example.org:p@mail.example.org",
            ("mail.example.org", 465, "knoop@example.org", "p", False, True),
        ),
    ],
)
def test_an_address_says_by_whom_and_how_mail_goes_out(value, meant):
    options = mailer("KNOOP_SMTP", value)["OPTIONS"]
    names = ("host", "port", "username", "password", "use_tls", "use_ssl")
    assert tuple(options[name] for name in names) == meant


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("imaps://reply:p%40ss@mail.example.org", ("mail.example.org", 993, "reply", "p@ss", "INBOX", True)),
        (
            "imap://reply:p@127.0.0.1:1143/Answers%20here",
            ("127.0.0.1", 1143, "reply", "p", "Answers here", False),
        ),
    ],
)
def test_an_address_says_where_answers_come_in(value, meant):
    read = mailbox("KNOOP_IMAP", value)
    assert (read.host, read.port, read.user, read.password, read.folder, read.is_tls) == meant


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("mail.example.org", "begins with nothing://"),
        ("http://mail.example.org", "begins with http://"),
        ("smtp://", "names no host"),
        ("smtp://knoop:secret@h:port", "host or port"),
        ("smtp://h/?x#secret", "%23"),
    ],
)
def test_an_address_that_cant_be_is_named_without_its_password(value, said):
    with pytest.raises(ImproperlyConfigured, match=said) as fault:
        mailer("KNOOP_SMTP", value)
    assert "KNOOP_SMTP" in str(fault.value)
    assert "secret" not in str(fault.value)


def test_a_mailbox_is_shown_without_its_password():
    read = mailbox("KNOOP_IMAP", "imaps://reply:secret@mail.example.org")
    assert "secret" not in f"{read!r} {read}"


def test_a_mailbox_without_a_password_is_refused():
    with pytest.raises(ImproperlyConfigured, match="no user and password"):
        mailbox("KNOOP_IMAP", "imaps://mail.example.org")


def test_whom_mail_is_from_is_needed_where_it_is_sent():
    assert sender("KNOOP_MAIL_FROM", "knoop@example.org", is_needed=True) == "Knoop <knoop@example.org>"
    assert sender("KNOOP_MAIL_FROM", "Net <net@example.org>", is_needed=True) == "Net <net@example.org>"
    assert sender("KNOOP_MAIL_FROM", "", is_needed=False)
    for wrong in ("", "knoop", "a@b@c", "é@example.org"):
        with pytest.raises(ImproperlyConfigured, match="KNOOP_MAIL_FROM"):
            sender("KNOOP_MAIL_FROM", wrong, is_needed=True)


def test_answers_go_to_the_domain_that_mail_is_from_unless_said_otherwise():
    of_sender = "Knoop <knoop@example.org>"
    assert reply_address("KNOOP_REPLY_ADDRESS", "", of_sender) == "reply@example.org"
    assert reply_address("KNOOP_REPLY_ADDRESS", "Net@in.example.org", of_sender) == "net@in.example.org"
    for wrong in ("reply+x@example.org", "a-name-that-is-too-long@example.org", "reply"):
        with pytest.raises(ImproperlyConfigured, match="KNOOP_REPLY_ADDRESS"):
            reply_address("KNOOP_REPLY_ADDRESS", wrong, of_sender)

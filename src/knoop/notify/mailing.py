"""Sends the letters that are due, over one connection, each by one worker only."""

from __future__ import annotations

import logging
import time
from smtplib import (
    SMTPAuthenticationError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)

from django.conf import settings
from django.core.mail import mailers
from django.core.mail.backends.base import BaseEmailBackend

from knoop.base import clock
from knoop.notify import digests
from knoop.notify.choices import When
from knoop.notify.letters import NO_ADDRESS, REFUSED_BEFORE, Letter, Refusal, Station
from knoop.notify.writing import write

AT_A_TIME = 100
LONGEST_ROUND = 60.0  # seconds; then what came in is read, and another job goes on

log = logging.getLogger(__name__)


class ServerTrouble(Exception):
    """The mail server can't be reached, or takes nothing from us: the letters wait."""


def send_due() -> bool:
    """Sends what is due. True when there's more to do."""
    if not settings.MAILS or not Letter.objects.due().exists():
        return False
    until = time.monotonic() + LONGEST_ROUND
    connection, has_more = mailers["default"], False
    try:
        connection.open()
        while not has_more and (letters := list(Letter.objects.due().for_sending()[:AT_A_TIME])):
            for letter in letters:
                _deliver(letter, connection)
            has_more = time.monotonic() > until
        connection.close()
    except (ServerTrouble, OSError) as fault:  # smtplib's own are OSErrors too
        log.warning("Mail can't be sent: %s", fault)
        Station.ill("out", _in_words(fault))
        return False
    Station.well("out")
    return has_more


def trial() -> str:
    """What is wrong with the mail server, in its words; nothing when it lets us in."""
    connection = mailers["default"]
    try:
        connection.open()
        connection.close()
    except OSError as fault:
        return _in_words(fault)
    return ""


def _deliver(letter: Letter, connection: BaseEmailBackend) -> None:
    if letter.arrived is None and not _is_its_moment(letter):
        return
    if not letter.hand():
        return
    if fault := _no_way(letter):
        letter.fail(fault)
        return
    try:
        mail = write(letter)
    except Exception as fault:
        # One letter that can't be written must not keep all behind it waiting.
        log.exception("Letter %s can't be written", letter.pk)
        if letter.is_digest:
            digests.take_back(letter)
        letter.fail(f"{type(fault).__name__}: {fault}")
        return
    if mail is None:
        letter.drop()
        return
    try:
        connection.send_messages([mail])
    except (OSError, ValueError) as fault:
        if letter.is_digest:
            digests.take_back(letter)
        _went_wrong(letter, fault, connection)
    else:
        letter.sent()


def _is_its_moment(letter: Letter) -> bool:
    """Whether it's wanted still, and not in quiet hours; in those it waits until they end."""
    choice = getattr(letter.person, "mail_choice", None)
    wanted = choice is not None and letter.person.is_active
    if wanted and letter.notice:
        wanted = letter.notice.read_at is None and choice.when(letter.notice.needs_you) == When.NOW
    elif wanted:
        wanted = choice.has_digest
    if not wanted:
        letter.drop()
        return False
    now = clock.now()
    choice.person = letter.person
    if (later := choice.after_quiet(now)) > now:
        Letter.objects.filter(pk=letter.pk, state=Letter.State.WAITING).update(due_at=later)
        return False
    return True


def _no_way(letter: Letter) -> str:
    person = letter.person
    refusal = getattr(person, "refusal", None)
    if not person.email or not person.is_active:
        return NO_ADDRESS
    return REFUSED_BEFORE if refusal and refusal.address == person.email else ""


def _went_wrong(letter: Letter, fault: Exception, connection: BaseEmailBackend) -> None:
    """Each fault to whom it concerns: the address, this one letter, or the server. Raises ServerTrouble."""
    match fault:
        case SMTPRecipientsRefused():
            code, said = next(iter(fault.recipients.values()))
            _not_taken(letter, code, said, is_address=True)
        case SMTPAuthenticationError() | SMTPSenderRefused():
            letter.back()
            raise ServerTrouble(_in_words(fault)) from fault
        case SMTPResponseException():
            _not_taken(letter, fault.smtp_code, fault.smtp_error, is_address=False)
        case ValueError():
            _refuse(letter, str(fault))
        case _:
            letter.later(_in_words(fault))
            if not isinstance(fault, SMTPServerDisconnected) and isinstance(fault, SMTPException):
                return
            connection.close()
            connection.open()  # an OSError ends this round


def _not_taken(letter: Letter, code: int, said: bytes | str, *, is_address: bool) -> None:
    words = _said(code, said)
    if code < 500:
        letter.later(words)
    elif is_address:
        _refuse(letter, words)
    else:
        letter.fail(words)


def _refuse(letter: Letter, words: str) -> None:
    letter.fail(words)
    Refusal.objects.update_or_create(
        person=letter.person,
        defaults={"address": letter.address, "said": words[:300], "at": clock.now()},
    )


def _said(code: int, said: bytes | str) -> str:
    return f"{code} {said.decode(errors='replace') if isinstance(said, bytes) else said}"


def _in_words(fault: Exception) -> str:
    if isinstance(fault, SMTPResponseException):
        return _said(fault.smtp_code, fault.smtp_error)
    return getattr(fault, "strerror", None) or str(fault) or type(fault).__name__

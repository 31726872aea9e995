"""Reads a mailbox by IMAP: each message once, known by its number and, when those change, by what it is."""

from __future__ import annotations

import imaplib
import logging
import re
import ssl
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Protocol

from django.conf import settings
from django.db import DatabaseError

from knoop.notify.arrivals import Arrived, Fate, Mailbox
from knoop.notify.letters import Station
from knoop.notify.messages import Mail
from knoop.notify.placing import take_in

AT_A_TIME = 200  # messages in one turn
PATIENCE = 20  # seconds

log = logging.getLogger(__name__)


class Account(Protocol):
    host: str
    port: int
    user: str
    password: str
    folder: str
    is_tls: bool


class MailboxTrouble(Exception):
    """What the mail server said when it should have given its mail."""


TROUBLE = (imaplib.IMAP4.error, OSError, MailboxTrouble)


@dataclass(frozen=True)
class Fetched:
    uid: int
    size: int
    received: datetime | None
    raw: bytes  # of what is too large only the head


def fetch(account: Account) -> int:
    """Takes in what is new. Returns how many; a mailbox that can't be read is told to administrators."""
    count = 0
    try:
        with _opened(account) as (server, validity):
            box, _is_new = Mailbox.objects.get_or_create(name=str(account)[:300])
            box.renumber(validity)
            for message in _after(server, box.last_uid):
                _take(message)
                Mailbox.objects.filter(pk=box.pk, validity=validity).update(last_uid=message.uid)
                count += 1
    except TROUBLE as fault:
        log.warning("Mail can't be fetched: %s", fault)
        Station.ill("in", in_words(fault))
        return count
    Station.well("in")
    return count


def trial(account: Account) -> str:
    """What is wrong with the mailbox, in the words of its server; nothing when it can be read."""
    try:
        with _opened(account):
            return ""
    except TROUBLE as fault:
        return in_words(fault)


def _take(message: Fetched) -> None:
    """One message that can't be read must not keep those behind it from being read."""
    try:
        take_in(Mail.of(message.raw, message.size), message.received)
    except DatabaseError:
        raise
    except Exception:
        log.exception("Message %s can't be read", message.uid)
        Arrived.objects.get_or_create(
            fingerprint=sha256(message.raw).hexdigest(), defaults={"fate": Fate.UNREADABLE}
        )


@contextmanager
def _opened(account: Account) -> Iterator[tuple[imaplib.IMAP4, int]]:
    """Logged in, in the folder, with its UIDVALIDITY. Nothing in the mailbox is changed."""
    server = _connected(account)
    try:
        _log_in(server, account)
        said, words = server.select(quoted(account.folder), readonly=True)
        if said != "OK":
            raise MailboxTrouble(f"there is no folder {account.folder!r}: {_first(words)}")
        validity = _first(server.response("UIDVALIDITY")[1])
        if not validity.isdecimal():
            raise MailboxTrouble("the server doesn't number its messages (no UIDVALIDITY)")
        yield server, int(validity)
    finally:
        try:
            server.logout()
        except (imaplib.IMAP4.error, OSError):
            log.debug("The mail server hung up first.")


def _connected(account: Account) -> imaplib.IMAP4:
    context = ssl.create_default_context()
    if account.is_tls:
        return imaplib.IMAP4_SSL(account.host, account.port, ssl_context=context, timeout=PATIENCE)
    server = imaplib.IMAP4(account.host, account.port, timeout=PATIENCE)
    if "STARTTLS" in server.capabilities and account.host not in ("127.0.0.1", "localhost", "::1"):
        server.starttls(context)
    return server


def _log_in(server: imaplib.IMAP4, account: Account) -> None:
    if "AUTH=PLAIN" in server.capabilities:  # takes passwords in all letters
        words = f"\0{account.user}\0{account.password}".encode()
        server.authenticate("PLAIN", lambda _challenge: words)
    else:
        server.login(account.user, account.password)


def _after(server: imaplib.IMAP4, last: int) -> Iterator[Fetched]:
    found = _asked(server, "SEARCH", f"UID {last + 1}:*")
    # "5:*" is at least the last message, also when that is 4.
    uids = sorted(int(uid) for uid in (found[0] or b"").split() if int(uid) > last)
    for uid in uids[:AT_A_TIME]:
        about = _text_of(_asked(server, "FETCH", str(uid), "(RFC822.SIZE INTERNALDATE)"))
        size = re.search(r"RFC822\.SIZE (\d+)", about)
        if size is None:
            continue  # somebody deleted it meanwhile
        is_small = int(size[1]) <= settings.LARGEST_MAIL
        part = _asked(server, "FETCH", str(uid), f"(BODY.PEEK[{'' if is_small else 'HEADER'}])")
        raw = next((one[1] for one in part if isinstance(one, tuple)), None)
        if raw is not None:
            yield Fetched(uid, int(size[1]), _moment(about), raw)


def _asked(server: imaplib.IMAP4, command: str, *words: str) -> list[object]:
    said, found = server.uid(command, *words)
    if said != "OK":
        raise MailboxTrouble(f"{command}: {_first(found)}")
    return found


def _text_of(found: list[object]) -> str:
    return " ".join(one.decode(errors="replace") for one in found if isinstance(one, bytes))


def _moment(about: str) -> datetime | None:
    local = imaplib.Internaldate2tuple(about.encode())
    return datetime.fromtimestamp(time.mktime(local), UTC) if local else None


def _first(found: list[object]) -> str:
    first = found[0] if found else None
    return first.decode(errors="replace") if isinstance(first, bytes) else ""


def quoted(folder: str) -> str:
    """As IMAP wants it: other letters than those of ASCII in its own kind of UTF-7 (RFC 3501, 5.1.3)."""
    pieces = re.split(r"([^\x20-\x7e]+)", folder.replace("&", "&-"))
    pieces[1::2] = [f"&{_in_base64(piece)}-" for piece in pieces[1::2]]
    return '"' + "".join(pieces).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _in_base64(letters: str) -> str:
    return b64encode(letters.encode("utf-16-be")).decode().rstrip("=").replace("/", ",")


def in_words(fault: Exception) -> str:
    said = fault.args[0] if fault.args else ""
    if isinstance(said, bytes):
        return said.decode(errors="replace")
    return getattr(fault, "strerror", None) or str(fault) or type(fault).__name__

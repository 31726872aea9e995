"""A mail becomes an answer by the right person in the right thread, or is refused with a reason."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from knoop.base import clock
from knoop.community.files.forms import MOST
from knoop.community.files.intake import Refused
from knoop.community.files.models import File
from knoop.community.posts import policy
from knoop.community.posts.models import LONGEST, Comment, Post
from knoop.notify import tokens
from knoop.notify.answers import REPLIES_HOLD
from knoop.notify.arrivals import UNANSWERED, Arrived, Fate
from knoop.notify.letters import Letter
from knoop.notify.lines import seen
from knoop.notify.messages import Mail
from knoop.notify.quotes import own_words
from knoop.notify.writing import host
from knoop.people.models import Person

ANSWERED_WITHIN = timedelta(days=3)  # older ones were there before Knoop read this mailbox

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Judged:
    """What becomes of a mail, and whose it is as far as that's sure enough to write to them."""

    fate: Fate
    person: Person | None = None
    post: Post | None = None
    to: Comment | None = None
    text: str = field(default="", repr=False)


def take_in(mail: Mail, received: datetime | None = None) -> Arrived | None:
    """Keeps what becomes of `mail`; None when it came in before. One transaction: with it goes the answer."""
    if Arrived.objects.filter(fingerprint=mail.fingerprint).exists():
        return None
    judged = judge(mail)
    files, left_out = _files(judged, mail)  # loose until they hang on the answer
    with transaction.atomic():
        arrived, is_new = Arrived.objects.get_or_create(
            fingerprint=mail.fingerprint,
            defaults={
                "sender": mail.sender[:254],
                "message_id": mail.message_id,
                "fate": judged.fate,
                "person": judged.person,
                "left_out": "\n".join(left_out),
            },
        )
        if not is_new:
            return None
        if judged.fate == Fate.PLACED:
            arrived.comment = _place(judged, mail, files)
        arrived.is_answered = _is_answered(arrived, mail, received)
        arrived.save()
        if arrived.is_answered:
            Letter.objects.create(person=arrived.person, arrived=arrived)
    log.info("Mail %s from %s: %s", arrived.message_id, arrived.sender, arrived.fate)
    return arrived


def _files(judged: Judged, mail: Mail) -> tuple[list[File], list[str]]:
    """What was sent along with an answer, and why some of it wasn't taken, in its writer's language."""
    files: list[File] = []
    left_out: list[str] = []
    if judged.fate != Fate.PLACED or judged.person is None:
        return files, left_out
    with translation.override(judged.person.language or settings.LANGUAGE_CODE):
        sent = mail.files
        for name, content in sent[:MOST]:
            try:
                files.append(File.objects.add(judged.person, SimpleUploadedFile(name or "x", content)))
            except Refused as refused:
                left_out.append(str(refused))
        if len(sent) > MOST:
            left_out.append(_("%(most)d files go with one answer.") % {"most": MOST})
    return files, left_out


def _place(judged: Judged, mail: Mail, files: list[File]) -> Comment:
    once = uuid5(NAMESPACE_URL, f"mail:{mail.fingerprint}")
    comment = judged.post.answer(judged.person, judged.text, judged.to, once, files)
    seen(judged.person, "post", judged.post.pk)  # who answers has read it
    return comment


def _is_answered(arrived: Arrived, mail: Mail, received: datetime | None) -> bool:
    """Only to colleagues at the address we know, about a new mail, and not without end."""
    is_wanted = bool(arrived.left_out) if arrived.fate == Fate.PLACED else arrived.fate not in UNANSWERED
    is_new = received is None or received > clock.now() - ANSWERED_WITHIN
    return (
        is_wanted
        and is_new
        and arrived.person is not None
        and not mail.fails_checks
        and Arrived.objects.may_answer(arrived.person)
    )


def judge(mail: Mail) -> Judged:
    if mail.is_from(host()):
        return Judged(Fate.LOOP)
    if mail.is_automatic:
        return Judged(Fate.AUTO)
    known = Person.objects.present().filter(email__iexact=mail.sender).first() if mail.sender else None
    if mail.size > settings.LARGEST_MAIL:
        return Judged(Fate.OVERSIZE, known)
    word = mail.word_for(settings.REPLY_ADDRESS)
    return Judged(Fate.NO_TOKEN, known) if word is None else _judge_word(mail, known, word)


def _judge_word(mail: Mail, known: Person | None, word: str) -> Judged:
    """Whether the address is one of ours, and was given to whoever writes to it."""
    try:
        whose, post, comment, day = tokens.read("reply", word)
    except ValueError:  # not signed, or for something else
        return Judged(Fate.UNKNOWN_TOKEN, known)
    if known is None or known.pk != whose or mail.fails_checks:
        return Judged(Fate.FORGED, known)
    if tokens.today() - day > REPLIES_HOLD:
        return Judged(Fate.EXPIRED, known)
    return _judge_answer(mail, known, post, comment)


def _judge_answer(mail: Mail, person: Person, post_id: int, comment_id: int) -> Judged:
    """The same rules as on the page."""
    post = Post.objects.visible_to(person).select_related("space__archival").filter(pk=post_id).first()
    if post is None or not policy.may_answer(person, post):
        return Judged(Fate.NOT_ALLOWED, person)
    text = own_words(mail.text)
    if not text:
        return Judged(Fate.EMPTY, person)
    if len(text) > LONGEST:
        return Judged(Fate.TOO_LONG, person)
    to = post.comments.filter(pk=comment_id).first() if comment_id else None
    return Judged(Fate.PLACED, person, post, to, text)

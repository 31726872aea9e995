"""A letter in words and headers, in the language of whoever reads it."""

from __future__ import annotations

import re
from email.utils import formataddr, parseaddr
from html import unescape
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from knoop.community.posts.models import Comment, Post
from knoop.notify import lines, tokens
from knoop.notify.answers import words_for
from knoop.notify.digests import Digest, compose
from knoop.notify.letters import Letter
from knoop.notify.models import Notice
from knoop.notify.times import zone_of
from knoop.people.models import Person

LONGEST_SUBJECT = 90
LONGEST_TEXT = 4000  # characters of a post in a mail; the rest is read in Knoop
MESSAGE_ID = re.compile(r"<[^<>\s]+>")
LISTS = ("needs", "good", "digest")  # their places stand in the words by which mail is stopped
# Where our own part begins. Found again in answers, so what follows it is never taken for an answer.
MARK = "───"


def write(letter: Letter) -> EmailMultiAlternatives | None:
    """The mail as its reader may see it at this moment; None when there's nothing left to tell."""
    person = letter.person
    language = person.language or settings.LANGUAGE_CODE
    with translation.override(language), timezone.override(zone_of(person)):
        if letter.arrived:
            return _back(letter)
        if letter.is_digest:
            return _digest(letter)
        return _notice(letter, letter.notice)


def host() -> str:
    """By which our mails are known: the domain they're from."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]


def message_id(kind: str, pk: int) -> str:
    return f"<{kind}.{pk}@{host()}>"


def stop_address(person: Person, which: str) -> str:
    word = tokens.write("stop", person.pk, LISTS.index(which))
    return settings.ADDRESS + reverse("stop-mail", args=[word])


def reply_address(person: Person, post: Post, comment: Comment | None) -> str:
    """To which only this person can answer, and only here: it's a secret between them and Knoop."""
    word = tokens.write("reply", person.pk, post.pk, comment.pk if comment else 0, tokens.today())
    local, _at, domain = settings.REPLY_ADDRESS.partition("@")
    return f"{local}+{word}@{domain}"


def _notice(letter: Letter, notice: Notice) -> EmailMultiAlternatives | None:
    person = letter.person
    seen = Notice.objects.visible_to(person, notice.thing).without_muted(person).unread()
    if not seen.filter(pk=notice.pk).exists():
        return None
    which = "needs" if notice.needs_you else "good"
    post, comment = _thread(notice)
    words = "" if post else lines.Words([notice]).of(notice)
    line = lines.Line(notice, None, 1, 1, words, "", {})
    about = comment or post
    can_reply = bool(post and settings.MAILBOX)
    context = {
        "sentence": line.sentence,
        "where": line.where if not line.names_space else "",
        "title": post.title if post and not comment else "",
        "text": _text(about) if about else line.words,
        "html": _html(about) if about else "",
        "is_cut": bool(about) and len(about.text) > LONGEST_TEXT,
        "link": settings.ADDRESS + reverse("notice", args=[notice.pk]),
        "can_reply": can_reply,
        "which": which,
    }
    headers = _of_thread(notice, post, comment) | _stoppable(person, which)
    if notice.space:
        headers["List-Id"] = f"<{notice.space.slug}.{host()}>"
    mail = _mail(person, _subject(line, post, comment), "notice", context, headers)
    mail.from_email = formataddr((_("%(name)s via Knoop") % {"name": notice.actor.name}, _from()))
    if can_reply:
        mail.reply_to = [reply_address(person, post, comment)]
    return mail


def _thread(notice: Notice) -> tuple[Post | None, Comment | None]:
    if notice.thing != "post":
        return None, None
    post = Post.objects.select_related("space").filter(pk=notice.thing_id).first()
    comment = Comment.objects.filter(pk=notice.comment_id).first() if notice.comment_id else None
    return post, comment


def _subject(line: lines.Line, post: Post | None, comment: Comment | None) -> str:
    """The same for all mails of a thread, because some programs go by that."""
    if post is None:
        return _short(line.sentence)
    subject = f"[{post.space.name}] {post.opening}"
    return _short(f"Re: {subject}" if comment or line.notice.reason == "reacted" else subject)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_SUBJECT else flat[: LONGEST_SUBJECT - 1].rstrip() + "…"


def _of_thread(notice: Notice, post: Post | None, comment: Comment | None) -> dict[str, str]:
    """By which programs put mails below each other: a post begins, its comments answer."""
    if post is None:
        return {"Message-ID": message_id("notice", notice.pk)}
    top = message_id("post", post.pk)
    if notice.event.verb == "post.written":
        return {"Message-ID": top}
    if notice.event.verb != "post.answered" or comment is None:
        return {"Message-ID": message_id("notice", notice.pk), "In-Reply-To": top, "References": top}
    above = message_id("comment", comment.to_id) if comment.to_id else top
    chain = [top, above] if comment.to_id else [top]
    return {
        "Message-ID": message_id("comment", comment.pk),
        "In-Reply-To": above,
        "References": " ".join(chain),
    }


def _stoppable(person: Person, which: str) -> dict[str, str]:
    """One click in a mail program stops it (RFC 8058)."""
    return {
        "List-Unsubscribe": f"<{stop_address(person, which)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def _digest(letter: Letter) -> EmailMultiAlternatives | None:
    person = letter.person
    digest: Digest | None = compose(person.mail_choice, letter)
    if digest is None:
        return None
    headers = _stoppable(person, "digest") | {
        "Message-ID": message_id("digest", letter.pk),
        "List-Id": f"<digest.{host()}>",
    }
    return _mail(person, digest.subject, "digest", {"digest": digest, "which": "digest"}, headers)


def _back(letter: Letter) -> EmailMultiAlternatives:
    """What was wrong with a mail that somebody sent, and what to do; no answer to this is wanted."""
    arrived = letter.arrived
    headers = {"Message-ID": message_id("arrived", arrived.pk), "Auto-Submitted": "auto-replied"}
    if MESSAGE_ID.fullmatch(arrived.message_id):
        headers |= {"In-Reply-To": arrived.message_id, "References": arrived.message_id}
    words = words_for(arrived)
    context = {"title": words.title, "paragraphs": words.paragraphs, "link": settings.ADDRESS + "/"}
    return _mail(letter.person, words.title, "back", context, headers)


def _mail(
    person: Person, subject: str, template: str, context: dict[str, object], headers: dict[str, str]
) -> EmailMultiAlternatives:
    shared = {
        "address": settings.ADDRESS,
        "host": urlsplit(settings.ADDRESS).netloc,
        "language": translation.get_language(),
        "person": person,
        "mark": MARK,
        "choose": settings.ADDRESS + reverse("mail-settings"),
        "stop": stop_address(person, context["which"]) if "which" in context else "",
    }
    mail = EmailMultiAlternatives(
        subject=subject,
        body=render_to_string(f"notify/mail/{template}.txt", shared | context).strip() + "\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[formataddr((person.name, person.email or ""))],
        headers=_ours() | headers,
    )
    mail.attach_alternative(render_to_string(f"notify/mail/{template}.html", shared | context), "text/html")
    return mail


def _ours() -> dict[str, str]:
    """Says to programs that no human wrote this just now, so that none of them answers."""
    return {
        "Auto-Submitted": "auto-generated",
        "Precedence": "bulk",
        "X-Auto-Response-Suppress": "All",
        "X-Knoop": host(),
    }


def _from() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def _text(thing: Post | Comment) -> str:
    text = thing.text
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT].rsplit(" ", 1)[0] + " …"


def _html(thing: Post | Comment) -> str:
    """As it was rendered, with whole addresses; a long text as its beginning."""
    if len(thing.text) > LONGEST_TEXT:
        flat = unescape(strip_tags(thing.html))[:LONGEST_TEXT].rsplit(" ", 1)[0]
        return render_to_string("notify/mail/plain_words.html", {"text": f"{flat} …"})
    html = re.sub(r'href="/(?!/)', f'href="{settings.ADDRESS}/', thing.html)
    return html.replace("<a ", '<a style="color:#0b5a63;" ')

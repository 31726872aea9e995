"""A mail as it came in: from whom, to which address, whether a human sent it, and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from hashlib import sha256
from html.parser import HTMLParser

from selectolax.lexbor import LexborHTMLParser

# What programs put around the mail they quote, and around signatures.
NOT_OWN = (
    "script, style, head, title, blockquote[type=cite], .gmail_quote, .gmail_signature, .moz-cite-prefix,"
    " .moz-signature, #Signature, #ms-outlook-mobile-signature, .yahoo_quoted, .protonmail_quote"
)
# From here on all is quoted.
CUTS = "#divRplyFwdMsg, #appendonsend, .OutlookMessageHeader, #mail-editor-reference-message-container"
BLOCKS = {
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "blockquote",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
}
SILENT = {"script", "style", "head", "title"}
AUTOMATIC_SUBJECT = re.compile(
    r"^(?:Automatisch antwoord|Automatic reply|Out of office|Auto:|Afwezigheidsbericht|Abwesenheitsnotiz)",
    re.I,
)
OF_SIGNATURE = 30_000  # bytes of a picture at most
ADDRESSES = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To")
ROBOTS = re.compile(r"^(?:mailer-daemon|postmaster|no-?reply|bounces?)(?:[+@]|$)", re.I)


@dataclass(frozen=True)
class Mail:
    message: EmailMessage
    raw: bytes
    size: int

    @classmethod
    def of(cls, raw: bytes, size: int | None = None) -> Mail:
        message = message_from_bytes(raw, policy=policy.default)
        return cls(message, raw, len(raw) if size is None else size)

    @property
    def sender(self) -> str:
        """The one address it says to be from, in small letters; nothing when it names none or several."""
        found = [one for one in self.message.get_all("From", []) for one in one.addresses]
        return found[0].addr_spec.lower() if len(found) == 1 else ""

    @property
    def message_id(self) -> str:
        return str(self.message.get("Message-ID", "")).strip()[:300]

    @property
    def fingerprint(self) -> str:
        """The same however often it is delivered or numbered anew."""
        known = f"{self.message_id}\n{self.sender}\n{self.message.get('Subject', '')}".encode(
            errors="replace"
        )
        return sha256(known if self.message_id else self.raw).hexdigest()

    def word_for(self, address: str) -> str | None:
        """What stands behind the plus in the address it was sent to; nothing when it wasn't sent there."""
        local, _at, domain = address.partition("@")
        shape = re.compile(rf"\b{re.escape(local)}\+([\w.-]+)@{re.escape(domain)}", re.IGNORECASE)
        for name in ADDRESSES:
            for value in self.message.get_all(name, []):
                if found := shape.search(str(value)):
                    return found[1]
        return None

    def is_from(self, host: str) -> bool:
        """Whether it's a mail of ours that came back."""
        ours = re.compile(rf"^<(?:post|comment|notice|digest|arrived)\.\d+@{re.escape(host)}>$", re.I)
        return "X-Knoop" in self.message or bool(ours.match(self.message_id))

    @property
    def is_automatic(self) -> bool:
        """An absence, a bounce, a list: nothing that a human wrote as an answer."""
        said = {
            name: str(self.message.get(name, "")).strip().lower() for name in ("Auto-Submitted", "Precedence")
        }
        subject = str(self.message.get("Subject", ""))
        return (
            said["Auto-Submitted"].split(";")[0].strip() not in ("", "no")
            or said["Precedence"] in ("bulk", "junk", "list", "auto_reply")
            or any(name in self.message for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Reply"))
            or str(self.message.get("Return-Path", "?")).strip() in ("<>", "")
            or self.message.get_content_type() == "multipart/report"
            or bool(ROBOTS.match(self.sender))
            or bool(AUTOMATIC_SUBJECT.match(subject))
        )

    @property
    def fails_checks(self) -> bool:
        """Whether our own server found its sender forged. The topmost line was added last."""
        results = self.message.get_all("Authentication-Results", [])
        return bool(results) and "dmarc=fail" in str(results[0]).lower()

    @property
    def files(self) -> list[tuple[str, bytes]]:
        """What was sent along, by name."""
        page = self.message.get_body(("html",))
        shown = _content(page) if page is not None else ""
        return [
            (part.get_filename() or "", part.get_payload(decode=True) or b"")
            for part in self.message.walk()
            if not part.is_multipart() and _is_sent_along(part, shown)
        ]

    @property
    def text(self) -> str:
        """Its words, from the plain part or else from its page."""
        plain = self.message.get_body(("plain",))
        if plain is not None and (words := _content(plain)).strip():
            return _unfolded(words, plain)
        page = self.message.get_body(("html",))
        return text_of(_content(page)) if page is not None else ""


def _is_sent_along(part: EmailMessage, page: str) -> bool:
    """Telephones send photos as "inline"; what is small and stands in the page belongs to a signature."""
    shown_as = str(part.get("Content-ID", "")).strip(" <>")
    if shown_as and f"cid:{shown_as}" in page:
        return len(part.get_payload(decode=True) or b"") > OF_SIGNATURE
    is_named_picture = part.get_content_maintype() == "image" and bool(part.get_filename())
    return is_named_picture or part.get_content_disposition() == "attachment"


def _content(part: EmailMessage) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError):  # a character set that nobody knows
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _unfolded(text: str, part: EmailMessage) -> str:
    """Lines that a program broke for itself, whole again (RFC 3676)."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    is_glued = str(part.get_param("delsp", "")).lower() == "yes"
    whole: list[str] = []
    is_open = False
    for line in text.splitlines():
        if is_open and not line.startswith(">"):
            whole[-1] += line
        else:
            whole.append(line)
        is_open = line.endswith(" ") and line != "-- " and not line.startswith(">")
        if is_open and is_glued:
            whole[-1] = whole[-1][:-1]
    return "\n".join(whole)


def text_of(html: str) -> str:
    """The words of a page, without what its program marked as quoted; all of them where that leaves none."""
    tree = LexborHTMLParser(html)
    for cut in tree.css(CUTS):
        _cut_from(cut)
    for quoted in tree.css(NOT_OWN):
        quoted.decompose()
    own = _read(tree.html or "")
    return own if own.strip() else _read(html)


def _cut_from(node: object) -> None:
    following = node.next  # type: ignore[attr-defined]
    while following is not None:
        after = following.next
        following.decompose()
        following = after
    node.decompose()  # type: ignore[attr-defined]


def _read(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (re.sub(r"[ \t\r\f]+", " ", line).strip() for line in "".join(reader.words).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    """Words with line ends where blocks begin and end; what stands in a quote is marked."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.silent = self.quoted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        self.quoted += tag == "blockquote"
        if tag in BLOCKS:
            self._break()
        if tag == "li":
            self.words.append("- ")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT and self.silent > 0
        self.quoted -= tag == "blockquote" and self.quoted > 0
        if tag in BLOCKS and tag != "br":
            self._break()
        if tag == "p":
            self._break()

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data.replace("\n", " "))

    def _break(self) -> None:
        self.words.append("\n" + "> " * self.quoted)

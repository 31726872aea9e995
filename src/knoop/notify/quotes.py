"""What somebody wrote themselves in an answer by mail: without what it quotes, and without signatures."""

from __future__ import annotations

import re
from collections.abc import Callable

MARKED = re.compile(r"^[>\s*]*─{3}.*─{3}[\s*]*$")
QUOTED = re.compile(r"^\s{0,3}(?:>|&gt;)")
SIGNATURE = re.compile(r"^\s*(?:--|—|_{2,3})\s*$")
# "On Tue, 3 Mar 2026 at 10:12, Alice <…> wrote:", in the languages that colleagues' programs speak.
ATTRIBUTION = re.compile(
    r"^\W{0,3}(?:"
    r"(?:On|Op)\b.{4,300}\b(?:wrote|schreef|geschreven)\b.{0,200}:"
    r"|.{2,200}\b(?:wrote|schreef)\s+(?:on|op)\b.{4,100}:"
    r"|.{2,200}\bhet volgende geschreven\b.{0,100}:"
    r"|Am\b.{4,300}\bschrieb\b.{0,200}:"
    r"|Le\b.{4,300}\ba écrit\s*:"
    r")\W{0,3}$",
    re.IGNORECASE,
)
SEPARATOR = re.compile(
    r"^\W*(?:-{2,}|_{2,})?\s*(?:Original Message|Oorspronkelijk bericht|Oorspronkelijke bericht|"
    r"Forwarded message|Doorgestuurd bericht|Originalnachricht|Ursprüngliche Nachricht|Message d'origine)"
    r"\s*(?:-{2,}|_{2,})\W*$|^\s*_{20,}\s*$",
    re.IGNORECASE,
)
HEADER = re.compile(
    r"^[>*\s]*(?P<name>From|Van|Von|De|Sent|Verzonden|Date|Datum|Gesendet|Envoyé|To|Aan|An|À|Cc|CC|Subject|"
    r"Onderwerp|Betreff|Objet)\s?:\*?\s",
)
FIRST_HEADERS = {"From", "Van", "Von", "De"}
DEVICE = re.compile(
    r"^\W*(?:"
    r"(?:Sent|Verstuurd|Verzonden|Gesendet) (?:from|vanaf|vanuit|via|met|with|mit|von)\b.{2,80}"
    r"|(?:Get|Download) Outlook (?:for|voor)\b.{2,80}|Outlook (?:voor|for) \w+ downloaden.{0,80}"
    r"|Van mijn .{2,40} verzonden"
    r")$",
    re.IGNORECASE,
)
ADDRESSED = re.compile(r"<[^<>\s]+@[^<>\s]+>.*:\s*$")


def own_words(text: str) -> str:
    """Also where the answer stands below what is quoted, or between it."""
    lines = text.replace("\r\n", "\n").replace("\xa0", " ").split("\n")
    marked = next((at for at, line in enumerate(lines) if MARKED.match(line)), None)
    kept = _without_quotes(lines if marked is None else _before_mark(lines, marked))
    while kept and (not kept[-1].strip() or DEVICE.match(kept[-1])):
        kept.pop()
    if marked is not None and kept and ADDRESSED.search(kept[-1]):
        kept.pop()  # it introduces what we sent, in a language we don't know
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _before_mark(lines: list[str], marked: int) -> list[str]:
    """What stands before our part; and what stands after it, where each line of ours is marked as quoted."""
    after = lines[marked + 1 :]
    if not QUOTED.match(lines[marked]):
        return lines[:marked]
    return [*lines[:marked], *after]


def _without_quotes(lines: list[str]) -> list[str]:
    kept: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if QUOTED.match(line):
            at += 1
        elif length := _introduces(lines, at):
            if not _goes_on_quoted(lines, at + length):
                break
            at += length
        elif SIGNATURE.match(line):
            at = _end_of_signature(lines, at)
        elif SEPARATOR.match(line) or _is_header_block(lines, at):
            break
        else:
            kept.append(line)
            at += 1
    return kept


def _introduces(lines: list[str], at: int) -> int:
    """How many lines say who wrote what follows; programs break them where they like."""
    for length in (1, 2, 3):
        some = lines[at : at + length]
        if len(some) < length or not all(line.strip() for line in some):
            return 0
        joined = " ".join(line.strip() for line in some)
        if ATTRIBUTION.match(joined) and _has(str.isdigit, joined):
            return length
    return 0


def _has(kind: Callable[[str], bool], text: str) -> bool:
    return any(kind(letter) for letter in text)


def _goes_on_quoted(lines: list[str], at: int) -> bool:
    following = next((line for line in lines[at:] if line.strip()), "")
    return bool(QUOTED.match(following))


def _end_of_signature(lines: list[str], at: int) -> int:
    """To the end, or to where something is quoted: below that somebody may have gone on writing."""
    rest = range(at, len(lines))
    return next((place for place in rest if QUOTED.match(lines[place])), len(lines))


def _is_header_block(lines: list[str], at: int) -> bool:
    """What Outlook puts above a quoted mail: From, Sent, To, Subject."""
    first = HEADER.match(lines[at])
    if not first or first["name"] not in FIRST_HEADERS:
        return False
    names = {found["name"] for line in lines[at + 1 : at + 7] if (found := HEADER.match(line))}
    return len(names) >= 2

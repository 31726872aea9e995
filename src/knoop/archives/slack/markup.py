"""Slack's way of marking up text, turned into Markdown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from knoop.archives.slack.emoticons import with_characters

_CODE = re.compile(r"```(.+?)```|`([^`\n]+)`", re.DOTALL)
_TAG = re.compile(r"<([^<>\n]+)>")
# A mark opens and closes at the edge of a word; _ is no part of one, as marks lie within each other.
_BOLD = re.compile(r"(?<![^\W_])(?<!\*)\*(?=\S)([^*\n]+?)(?<=\S)\*(?![^\W_]|\*)")
_STRIKE = re.compile(r"(?<![^\W_])(?<!~)~(?=\S)([^~\n]+?)(?<=\S)~(?![^\W_]|~)")
_BULLET = re.compile(r"^([ \t]*)[•◦▪]\ufe0e?[ \t]+", re.MULTILINE)
_HEADING = re.compile(r"^( {0,3})(?=#{1,6}(?:[ \t]|$))", re.MULTILINE)
_BOLD_MARK = "\1"  # stands for ** until loose asterisks are made harmless
_PLACE = re.compile("\0(\\d+)\0")
_ENTITY = re.compile(r"&(amp|lt|gt);")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">"}
_SECRET_HOSTS = ("files.slack.com", "slack-files.com")


@dataclass(frozen=True, kw_only=True)
class Names:
    """What the ids in a text stand for."""

    people: Mapping[str, str]  # id of a person: handle
    others: Mapping[str, str]  # id of a bot or app: name
    channels: Mapping[str, str]  # id of an open channel: name


def markdown(text: str, names: Names) -> tuple[str, tuple[str, ...]]:
    """A Slack text as Markdown, and the ids of the people it mentions, each once.

    Bold, struck, code, links, quotes, lists, people, channels and emoji come across; line ends stay.
    What would mean something in Markdown but nothing in Slack (a loose *, a < before a letter, a # at
    the start) is written so that it stays as it was. Labels of a bot or app are plain words.
    """
    stash: list[str] = []
    mentions: dict[str, None] = {}

    def put_away(piece: str) -> str:
        stash.append(piece)
        return f"\0{len(stash) - 1}\0"

    def tag(found: re.Match[str]) -> str:
        if (person := found[1][1:].partition("|")[0]) in names.people and found[1][0] == "@":
            mentions[person] = None
        return put_away(_tag(found[1], names))

    text = _CODE.sub(lambda code: put_away(_code(code, names)), _tidy(text))
    text = _marks(_TAG.sub(tag, text))
    while _PLACE.search(text):  # a link may lie in code, never the other way round
        text = _PLACE.sub(lambda place: stash[int(place[1])], text)
    return text.strip(), tuple(mentions)


def _tidy(text: str) -> str:
    """One kind of line end, and none of the characters that stand for something here."""
    return re.sub("[\0\1]", "", text.replace("\r\n", "\n"))


def link(label: str, url: str) -> str:
    """A Markdown link; the label is plain text."""
    label = re.sub(r"([\\\[\]*`])", r"\\\1", " ".join(label.split()))
    return f"[{label}]({url})" if re.fullmatch(r"[^\s()<>]+", url) else f"[{label}](<{url}>)"


def without_secret(url: str) -> str:
    """A file's address without the key to the workspace's files that exports put in it."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return url
    return url.partition("?")[0] if host in _SECRET_HOSTS else url


def _marks(text: str) -> str:
    """The formatting of text from which code and tags have been put away."""
    text = with_characters(text)
    text = _BOLD.sub(_BOLD_MARK + r"\1" + _BOLD_MARK, text)
    text = _STRIKE.sub(r"~~\1~~", text)
    text = re.sub(r"\\(?=[!-/:-@\[-`{-~])", r"\\\\", text)
    text = re.sub(r"(?<=\S)\*(?=\S)", r"\\*", text).replace(_BOLD_MARK, "**")
    text = re.sub(r"<(?=[A-Za-z/!?])", r"\\<", _plain(text))
    return _HEADING.sub(r"\1\\", _BULLET.sub(r"\1- ", text))


def _plain(text: str) -> str:
    return _ENTITY.sub(lambda entity: _ENTITIES[entity[1]], text)


def _code(code: re.Match[str], names: Names) -> str:
    """Code as it was typed: links and names in it are plain words."""
    inside = _plain(_TAG.sub(lambda found: _spoken(found[1], names), code[1] or code[2]))
    if code[2]:
        return f"`{inside}`"
    before = "" if code.start() == 0 or code.string[code.start() - 1] == "\n" else "\n"
    after = "" if code.end() == len(code.string) or code.string[code.end()] == "\n" else "\n"
    return f"{before}```\n{inside.strip('\n')}\n```{after}"


def _tag(tag: str, names: Names) -> str:
    """One <…> of Slack's as Markdown."""
    if tag[0] in "@#!":
        return _spoken(tag, names)
    url, _, label = (_plain(part) for part in tag.partition("|"))
    url = without_secret(url)
    if not label or label == url:
        return f"<{url}>"
    if url == f"mailto:{label}":
        return label
    return link(with_characters(label), url)


def _spoken(tag: str, names: Names) -> str:
    """What a <…> says in plain words: a person, a channel, everyone, a date, or an address."""
    key, _, label = tag[1:].partition("|")
    if tag[0] == "@":
        if key in names.people:
            return f"@{names.people[key]}"
        return names.others.get(key) or _plain(label).lstrip("@") or key
    if tag[0] == "#":
        name = names.channels.get(key) or _plain(label)
        return f"#{name}" if name else "a private channel"
    if tag[0] == "!":
        word = _plain(label) or key.partition("^")[2] or key
        return word if key.startswith("date^") else f"@{word.lstrip('@')}"
    return _plain(tag.partition("|")[2] or tag)

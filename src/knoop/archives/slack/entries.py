"""What each entry of a channel is: something a person said, someone coming or going, or a notice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from knoop.archives.slack.export import Channel, Export, Row, record, records, text, texts
from knoop.archives.slack.markup import link, without_secret
from knoop.archives.slack.people import People

SAID = frozenset({"", "thread_broadcast", "file_share", "file_comment", "me_message"})
JOINED, LEFT, ARCHIVED = "joined the channel: kept as membership", "left the channel", "archived the channel"
BY_BOT = "written by a bot or app"
_NOTICES = {
    "join": JOINED,
    "leave": LEFT,
    "archive": ARCHIVED,
    "unarchive": "brought the channel back from the archive",
    "topic": "set the channel's topic",
    "purpose": "set the channel's purpose",
    "name": "renamed the channel",
    "convert_to_private": "made the channel private",
    "convert_to_public": "made the channel public",
    "posting_permissions": "changed who may post in the channel",
    "canvas_updated": "changed the channel's canvas",
}
_OTHER_NOTICES = {
    "bot_message": BY_BOT,
    "slackbot_response": BY_BOT,
    "bot_add": "added a bot or app",
    "bot_remove": "removed a bot or app",
    "bot_enable": "switched a bot or app on",
    "bot_disable": "switched a bot or app off",
    "app_conversation_join": "added a bot or app",
    "pinned_item": "pinned something",
    "unpinned_item": "unpinned something",
    "tombstone": "deleted in Slack: only the place is left",
    "huddle_thread": "notice of a call",
    "sh_room_created": "notice of a call",
    "sh_room_shared": "notice of a call",
    "reminder_add": "set a reminder",
    "reply_broadcast": "points at a reply that the export has as well",
    "file_mention": "points at a file that was shared before",
}
_ABOUT_FILE = re.compile(
    r"<@[^>]*> (?:uploaded|shared|commented on) [^<]*<[^>]*>(?: and commented)?:?(?P<comment>.*)", re.DOTALL
)


@dataclass(frozen=True, kw_only=True)
class Reaction:
    name: str
    users: tuple[str, ...]
    unnamed: int  # how many more there were, whom the export doesn't name


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Something said, as Slack wrote it; only what is needed, as an export may hold millions."""

    where: str
    channel: Channel
    stamp: str
    at: datetime
    author: str
    text: str  # in Slack's markup
    thread: str  # stamp of the thread's opening, or ""
    files: tuple[str, ...]  # Markdown links
    file: str  # id of the file it shares, or ""
    comments_on: str  # id of the file it's about, or ""
    is_by_program: bool
    is_act: bool  # /me
    reactions: tuple[Reaction, ...]

    @property
    def key(self) -> str:
        return f"{self.channel.id}:{self.stamp}"


@dataclass
class Trail:
    """Who came, went and wrote in one channel."""

    moves: list[tuple[datetime, str, bool]] = field(default_factory=list)  # when, who, whether in
    authors: dict[str, None] = field(default_factory=dict)
    when_archived: list[str] = field(default_factory=list)


def read_entries(export: Export, channel: Channel, people: People, trail: Trail) -> Iterator[Entry]:
    """What was said in a channel, by day; all else goes to the trail and the tally.

    Raises: Unreadable for a message without a time, or with one that's no time.
    """
    seen: set[str] = set()
    for where, row in export.messages(channel):
        at = export.moment(row, where)
        stamp = str(row["ts"])
        if reason := _why_not(row) or ("the same message twice: the first was kept" if stamp in seen else ""):
            export.tally.note("message", reason, where)
            _follow(row, at, reason, trail)
            for given in _reactions(row):
                times = given.unnamed + len(given.users)
                export.tally.note("reaction", "to something that is no message", where, times)
            continue
        seen.add(stamp)
        entry = _entry(row, where, channel, at)
        if not entry.is_by_program:
            people.admit(entry.author, record(row, "user_profile"))
        trail.authors[entry.author] = None
        yield entry


def _why_not(row: Row) -> str:
    """Why an entry is no message of a person, in words; "" when it is one."""
    subtype = text(row, "subtype")
    if row.get("type", "message") != "message":
        return f"not a message: Slack calls it {text(row, 'type') or 'nothing'}"
    if row.get("hidden") is True:
        return "hidden in Slack"
    if subtype in SAID:
        return ""
    family, _, act = subtype.partition("_")
    if family in {"channel", "group"} and act in _NOTICES:
        return _NOTICES[act]
    return _OTHER_NOTICES.get(subtype, f"a notice that Slack calls {subtype}")


def _follow(row: Row, at: datetime, reason: str, trail: Trail) -> None:
    if reason in {JOINED, LEFT}:
        trail.moves.append((at, text(row, "user"), reason == JOINED))
    elif reason == ARCHIVED:
        trail.when_archived = texts(row, "members") or trail.when_archived


def _entry(row: Row, where: str, channel: Channel, at: datetime) -> Entry:
    subtype, file, comment = text(row, "subtype"), record(row, "file"), record(row, "comment")
    is_comment = subtype == "file_comment"
    files = records(row, "files") or ([file] if file and not is_comment else [])
    return Entry(
        where=where,
        channel=channel,
        stamp=str(row["ts"]),
        at=at,
        author=text(row, "user") or text(comment, "user") or text(file, "user"),
        text=_words(row, is_about_file=bool(file)),
        thread=str(row.get("thread_ts") or ""),
        files=tuple(filter(None, map(_file, files))),
        file="" if is_comment or not files else text(files[0], "id"),
        comments_on=text(file, "id") if is_comment else "",
        is_by_program=bool(text(row, "bot_id")),
        is_act=subtype == "me_message",
        reactions=tuple(_reactions(row)),
    )


def _words(row: Row, is_about_file: bool) -> str:
    """What the person wrote. Until 2018 Slack wrapped it: '<@U1> uploaded a file: <…> and commented: …'."""
    if said := text(record(row, "comment"), "comment"):
        return said
    wrapped = _ABOUT_FILE.fullmatch(text(row, "text")) if is_about_file else None
    return wrapped["comment"] if wrapped else text(row, "text")


def _file(file: Row) -> str:
    """A line that names a file and links to it; "" for one that Slack no longer has."""
    if text(file, "mode") in {"tombstone", "hidden_by_limit"}:
        return ""
    title = (text(file, "title") or text(file, "name") or "file").strip()
    url = without_secret(text(file, "permalink") or text(file, "url_private"))
    return link(title, url) if url else link(title, "").partition("](")[0][1:]


def _reactions(row: Row) -> Iterator[Reaction]:
    for given in records(row, "reactions"):
        users = tuple(dict.fromkeys(texts(given, "users")))
        count = given.get("count")
        unnamed = max(count - len(users), 0) if isinstance(count, int) else 0
        yield Reaction(name=text(given, "name"), users=users, unnamed=unnamed)

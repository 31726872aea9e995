"""A Slack export in the present format, invented for these tests, and ways to hand it in."""

import json
import zipfile
from pathlib import Path
from typing import Any

type Files = dict[str, Any]

STAMP = "17000000{:02d}.000100"


def said(second: int, user: str, text: str, **more: Any) -> dict[str, Any]:
    return {"type": "message", "user": user, "text": text, "ts": STAMP.format(second), **more}


def member(key: str, name: str, real_name: str, **more: Any) -> dict[str, Any]:
    profile = {"real_name": real_name, "email": f"{name}@example.org", "title": more.pop("title", "")}
    return {
        "id": key,
        "team_id": "T1",
        "name": name,
        "deleted": False,
        "is_bot": False,
        "profile": profile,
        **more,
    }


def present_export() -> Files:
    """Threads, reactions, files, bots, a guest, someone from elsewhere, and every kind of conversation."""
    return {
        "users.json": [
            member("U1", "anna", "Anna Öz", title="Planner", tz="Europe/Amsterdam", locale="nl-NL"),
            member("U2", "bram", "Bram Bos", is_app_user=True),
            member("U3", "cleo", "Cleo Gast", is_ultra_restricted=True),
            member("U4", "dirk", "Dirk Weg", deleted=True),
            member("U5", "poll-app", "Poll App", is_bot=True),
            member("USLACKBOT", "slackbot", "Slackbot"),
        ],
        "channels.json": [
            {
                "id": "C1", "name": "algemeen", "created": 1600000000, "members": ["U1", "U2", "U3", "U5"],
                "purpose": {"value": "For all &amp; everything"}, "topic": {"value": "now"},
            },
            {"id": "C2", "name": "stil", "created": 1600000001, "members": [], "is_archived": True},
        ],
        "groups.json": [{"id": "G1", "name": "directie", "created": 1600000002, "members": ["U1", "U4"]}],
        "dms.json": [{"id": "D1", "members": ["U1", "U2"]}],
        "mpims.json": [{"id": "G9", "name": "mpdm-anna--bram--cleo-1", "members": ["U1", "U2", "U3"]}],
        "algemeen/2023-11-14.json": [
            said(0, "U2", "<@U2> has joined the channel", subtype="channel_join"),
            said(1, "U1", "Who opens the *gate*?", thread_ts=STAMP.format(1), reply_count=3,
                 reactions=[{"name": "+1::skin-tone-3", "users": ["U2", "U5"], "count": 4},
                            {"name": "onze-fiets", "users": ["U3"], "count": 1}]),
            said(2, "U2", "<@U3> has the key", thread_ts=STAMP.format(1), parent_user_id="U1"),
            said(3, "U3", "Yes", subtype="thread_broadcast", thread_ts=STAMP.format(1), root={"user": "U1"}),
            said(4, "U4", "shrugs", subtype="me_message"),
            said(5, "", "Build failed", subtype="bot_message", bot_id="B1"),
            said(6, "U5", "Poll: lunch?", bot_id="B2", thread_ts=STAMP.format(6)),
            said(7, "U1", "soup", thread_ts=STAMP.format(6)),
            said(8, "UX", "Hello from next door", user_profile={"name": "eva", "real_name": "Eva Elders"}),
            said(9, "UY", "nobody knows me"),
            said(10, "U2", "", files=[{"id": "F1", "title": "plan.pdf", "mode": "hosted",
                 "permalink": "https://x.slack.com/files/U2/F1/plan.pdf",
                 "url_private": "https://files.slack.com/files-pri/F1/plan.pdf?t=xoxe-secret"}]),
            said(11, "U2", "", files=[{"id": "F2", "mode": "tombstone"}]),
            said(12, "USLACKBOT", "This message was deleted.", subtype="tombstone", hidden=True),
            said(13, "U1", "", subtype="huddle_thread"),
            said(14, "U1", "x", subtype="something_new"),
        ],
        "algemeen/2023-11-15.json": [
            said(16, "U1", "<!channel> thanks <@U2> and <@U4>, see <#G1>", edited={}),
        ],
        "directie/2023-11-15.json": [said(17, "U4", "secret plan")],
        "oud-kanaal/2023-11-15.json": [said(18, "U2", "who sees this?"), said(19, "U3", "we two")],
        "D1/2023-11-15.json": "not even JSON that a Slack would write",
        "mpdm-anna--bram--cleo-1/2023-11-15.json": [said(20, "U1", "between us")],
        "D0ABCDEFG12/2023-11-15.json": [said(21, "U1", "unlisted but private")],
        "algemeen/canvas_in_the_conversation.json": {},
    }  # fmt: skip


def zipped(files: Files, path: Path, folder: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parcel:
        for name, content in files.items():
            parcel.writestr(folder + name, content if isinstance(content, bytes) else json.dumps(content))
    return path


def unpacked(files: Files, path: Path) -> Path:
    for name, content in files.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path

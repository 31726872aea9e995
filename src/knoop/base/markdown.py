"""One Markdown dialect for all that people write: rendered once, when it is written.

Emphasis, lists, quotes, code, tables, strikethrough, bare links, @mentions and #topics; no raw HTML and no
remote images, because an image elsewhere would tell that server who reads along.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from html import escape
from itertools import count
from unicodedata import normalize

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

# A longer word than a handle can be is nobody; its beginning may well be somebody else.
HANDLE = re.compile(r"@([a-z0-9](?:[a-z0-9._-]{0,58}[a-z0-9])?)(?![._-]*[^\W_])", re.IGNORECASE)
# A topic has a letter in it: "#12" is the twelfth of something.
TOPIC = re.compile(r"#(?=\d*[^\W\d_])([^\W_](?:[\w-]{0,58}[^\W_])?)(?![\w-]*[^\W_])")
# What may not stand before a mention or a topic: then it's part of a word, a path or an address.
GLUE = "._-/@#&"
TAGS = {
    *("p", "br", "hr", "a", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href", "class"}, "ol": {"start"}}


def handles(text: str) -> list[str]:
    """The handles mentioned in `text`, in order, each once and in small letters; not those in code."""
    return list(dict.fromkeys(handle.lower() for handle in _found("mention", text)))


def topics(text: str) -> dict[str, str]:
    """The topics in `text`, in order: what each is found by, and how it was written first."""
    found: dict[str, str] = {}
    for name in _found("topic", text):
        found.setdefault(tag(name), name)
    return found


def tag(topic: str) -> str:
    """What a topic is found by: "#Brug" and "#brug" are one."""
    return normalize("NFC", topic).lower()


def first_link(text: str) -> str | None:
    """The first http(s) address in `text` that becomes a link."""
    for block in _parser().parse(text, {}):
        for token in block.children or ():
            address = str(token.attrGet("href") or "")
            if token.type == "link_open" and address.startswith(("http://", "https://")):
                return address
    return None


def _found(kind: str, text: str) -> list[str]:
    blocks = _parser().parse(text, {})
    return [token.content for block in blocks for token in block.children or () if token.type == kind]


def render(text: str, addresses: Mapping[str, str] | None = None) -> str:
    """`text` as clean HTML; what is in `addresses` becomes a link.

    Keys are handles in small letters, and tags of topics with "#" before them.
    """
    html: str = _parser().render(text, {"addresses": addresses or {}})
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        link_rel="nofollow noopener",
        url_schemes={"http", "https", "mailto"},
    )


def renamed(text: str, names: Mapping[str, str]) -> str:
    """`text` with the mentioned handles called as `names` says (keys in small letters).

    What only looks like a mention, as in an address or in code, stays. Cost: one parse if a name is in it.
    """
    if not any(found[1].lower() in names for found in HANDLE.finditer(text)):
        return text
    mark, small = "m", text.lower()
    while mark in small:
        mark += "m"
    # The parser doesn't say where in the text it was, so it reads each handle under a number of its own.
    seen = set(handles(_rewritten(text, names, lambda number, _handle: f"{mark}{number}")))

    def name(number: int, handle: str) -> str:
        return names[handle.lower()] if f"{mark}{number}" in seen else handle

    return _rewritten(text, names, name)


def _rewritten(text: str, names: Mapping[str, str], name: Callable[[int, str], str]) -> str:
    numbers = count()
    return HANDLE.sub(
        lambda at: f"@{name(next(numbers), at[1])}" if at[1].lower() in names else at[0],
        text,
    )


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": True, "breaks": True})
    parser.enable(["strikethrough", "table", "linkify"]).disable(["image", "html_block", "html_inline"])
    parser.inline.ruler.before("link", "mention", _read_mention)
    parser.inline.ruler.before("link", "topic", _read_topic)
    parser.add_render_rule("mention", _write_mention)
    parser.add_render_rule("topic", _write_topic)
    parser.add_render_rule("heading_open", _write_heading)
    parser.add_render_rule("heading_close", _write_heading)
    return parser


def _read_mention(state: StateInline, silent: bool) -> bool:
    return _read("mention", HANDLE, state, silent)


def _read_topic(state: StateInline, silent: bool) -> bool:
    return _read("topic", TOPIC, state, silent)


def _read(kind: str, pattern: re.Pattern[str], state: StateInline, silent: bool) -> bool:
    before = state.src[state.pos - 1] if state.pos else " "
    match = pattern.match(state.src, state.pos)
    if match is None or before.isalnum() or before in GLUE or state.linkLevel:
        return False
    if not silent:
        state.push(kind, "", 0).content = match.group(1)
    state.pos = match.end()
    return True


def _write_mention(_renderer: object, tokens: list, at: int, _options: object, env: dict) -> str:  # type: ignore[type-arg]
    handle = tokens[at].content
    address = env["addresses"].get(handle.lower())
    return f'<a class="mention" href="{address}">@{handle}</a>' if address else f"@{handle}"


def _write_topic(_renderer: object, tokens: list, at: int, _options: object, env: dict) -> str:  # type: ignore[type-arg]
    name = escape(tokens[at].content)
    address = env["addresses"].get(f"#{tag(tokens[at].content)}")
    return f'<a class="topic" href="{escape(address)}">#{name}</a>' if address else f"#{name}"


def _write_heading(_renderer: object, tokens: list, at: int, _options: object, _env: dict) -> str:  # type: ignore[type-arg]
    # The page has its own first and second heading; what people write comes below them.
    level = min(int(tokens[at].tag[1]) + 2, 6)
    return f"<h{level}>" if tokens[at].nesting == 1 else f"</h{level}>\n"

"""What people read on a page or in a template: text between tags, and attributes that are shown or spoken."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from django.template.base import Lexer, Token, TokenType

SHOWN = ("title", "alt", "placeholder", "aria-label", "aria-description", "aria-roledescription")
SILENT = ("script", "style")
LITERAL = re.compile(r"""\|(?:default|default_if_none|pluralize|join|add):\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True)
class Words:
    line: int
    text: str


class _Reader(HTMLParser):
    def __init__(self, is_page: bool) -> None:
        super().__init__()
        self.read: list[Words] = []
        self.is_page = is_page
        self._silenced_by: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if self._silenced_by:
            if tag == self._silenced_by[0]:
                self._silenced_by.append(tag)
            return
        of_tag = dict(attributes)
        names_its_language = bool((of_tag.get("lang") or "").strip()) and not (self.is_page and tag == "html")
        if tag in SILENT or names_its_language:
            self._silenced_by.append(tag)
            return
        for name in SHOWN:
            self.handle_data(of_tag.get(name) or "")

    def handle_endtag(self, tag: str) -> None:
        if self._silenced_by and tag == self._silenced_by[0]:
            self._silenced_by.pop()

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if not self._silenced_by and any(letter.isalpha() for letter in text):
            before = data[: len(data) - len(data.lstrip())]
            self.read.append(Words(self.getpos()[0] + before.count("\n"), text))


def words_of_page(html: str) -> set[str]:
    """All that is shown or spoken, each text node by itself, but for words that name their own language."""
    reader = _Reader(is_page=True)
    reader.feed(html)
    reader.close()
    return {words.text for words in reader.read}


def unmarked(template: str) -> list[Words]:
    """The words of a template that no translation reaches.

    Words in an element that names its own language, such as <button lang="en">, are meant to stay.
    """
    read, kept, skipped_until = [], [], ""
    for token in Lexer(template).tokenize():
        if token.token_type == TokenType.TEXT and not skipped_until:
            kept.append(token.contents)
            continue
        if token.token_type == TokenType.BLOCK:
            skipped_until = "" if token.contents == skipped_until else skipped_until or _end_of_skip(token)
        read += _literals(token)
        kept.append(_blank(token))
    reader = _Reader(is_page=False)
    reader.feed("".join(kept))
    reader.close()
    return reader.read + read


def _end_of_skip(token: Token) -> str:
    """The tag that ends what `token` begins, if no words to mark can stand between them."""
    name, *rest = token.split_contents()
    if name in ("blocktranslate", "comment"):
        return f"end{name}"
    return "endblock" if name == "block" and rest[0].endswith("_class") else ""


def _literals(token: Token) -> list[Words]:
    """Words that a filter would put in the page as they are."""
    if token.token_type not in (TokenType.VAR, TokenType.BLOCK):
        return []
    found = (first or second for first, second in LITERAL.findall(token.contents))
    return [Words(token.lineno or 0, text) for text in found if any(letter.isalpha() for letter in text)]


def _blank(token: Token) -> str:
    """As many lines as the token has; the reader's line numbers stay those of the template."""
    return " " + "\n" * token.contents.count("\n")

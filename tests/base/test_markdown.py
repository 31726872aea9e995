"""What people write becomes clean HTML, whatever they write."""

import re

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knoop.base import markdown

ALLOWED = markdown.TAGS
OPENED = re.compile(r"<([a-zA-Z][^\s>/]*)([^>]*)>")
# What breaks naive renderers, mixed with what people type.
PIECES = st.sampled_from(
    [
        *(
            "<script>",
            "</p>",
            '"',
            "'",
            "<img src=x onerror=alert(1)>",
            "<a href='javascript:x'>",
            "&lt;",
            "\\",
        ),
        *("[x](javascript:alert(1))", "[x](data:text/html,y)", "![x](http://e.org/a.png)", "<http://e.org>"),
        *(
            "@alice",
            "@bob.",
            "`",
            "```\n",
            "*",
            "**",
            "~~",
            "> ",
            "- ",
            "1. ",
            "# ",
            "\n",
            "\n\n",
            "| a |\n|--:|\n",
        ),
        *(
            "http://e.org/@alice",
            "mail@alice.nl",
            "[",
            "](",
            ")",
            "[r]: javascript:x\n",
            "<!--",
            "-->",
            "\x00",
            "é",
        ),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=25).map("".join)


@given(TEXTS)
def test_no_text_yields_a_tag_outside_the_list(text: str) -> None:
    html = markdown.render(text, {"alice": "/people/alice"})
    assert {name for name, _attributes in OPENED.findall(html)} <= ALLOWED


@given(TEXTS)
def test_no_text_yields_an_attribute_that_acts_or_styles(text: str) -> None:
    html = markdown.render(text, {"alice": "/people/alice"})
    names = {name for _tag, within in OPENED.findall(html) for name in re.findall(r'([\w-]+)="', within)}
    assert names <= {"href", "rel", "class", "start"}


@given(TEXTS)
def test_no_text_yields_an_address_that_runs_something(text: str) -> None:
    html = markdown.render(text, {"alice": "/people/alice"})
    for address in re.findall(r'href="([^"]*)"', html):
        scheme = re.match(r"\s*([a-zA-Z][\w+.-]*):", address)
        assert scheme is None or scheme[1].lower() in ("http", "https", "mailto")


@given(TEXTS)
def test_cleaning_again_changes_nothing(text: str) -> None:
    html = markdown.render(text)
    again = nh3.clean(
        html,
        tags=markdown.TAGS,
        attributes=markdown.ATTRIBUTES,
        link_rel="nofollow noopener",
        url_schemes={"http", "https", "mailto"},
    )
    assert again == html


@given(TEXTS)
def test_no_link_stands_in_a_link_or_without_words(text: str) -> None:
    html = markdown.render(text, {"alice": "/people/alice"})
    assert not re.search(r"<a [^>]*>(?:(?!</a>).)*<a ", html, re.DOTALL)


@pytest.mark.parametrize(
    "text", ["<b>bold</b>", "<script>alert(1)</script>", "<img src=x onerror=y>", "a <i onclick=x>b</i>"]
)
def test_raw_html_is_shown_as_it_was_typed(text: str) -> None:
    html = markdown.render(text)
    assert "&lt;" in html
    assert set(OPENED.findall(html)) == {("p", "")}


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#115;cript:x", "data:text/html,x", "vbscript:x"],
)
def test_a_link_that_would_run_something_is_no_link(address: str) -> None:
    assert "href" not in markdown.render(f"[press]({address})")


@pytest.mark.parametrize(
    "address", ["https://example.org/a", "http://example.org", "mailto:a@example.org", "/posts/1"]
)
def test_a_link_that_leads_somewhere_is_a_link(address: str) -> None:
    assert f'href="{address}"' in markdown.render(f"[press]({address})")


def test_a_bare_address_becomes_a_link() -> None:
    assert '<a href="https://example.org/a"' in markdown.render("See https://example.org/a today")


def test_an_image_elsewhere_is_not_fetched() -> None:
    assert "<img" not in markdown.render("![chart](https://example.org/a.png)")


def test_a_table_keeps_its_cells_and_has_no_style_of_its_own() -> None:
    html = markdown.render("| a | b |\n|--:|---|\n| 1 | 2 |")
    assert "<td>1</td>" in html
    assert "style" not in html


def test_a_list_that_goes_on_keeps_its_numbers() -> None:
    assert '<ol start="3">' in markdown.render("3. three\n4. four")


def test_headings_start_below_those_of_the_page() -> None:
    assert markdown.render("# One\n\n###### Six") == "<h3>One</h3>\n<h6>Six</h6>\n"


def test_a_line_break_stays_a_line_break() -> None:
    assert markdown.render("a\nb") == "<p>a<br>\nb</p>\n"


def test_a_mention_of_somebody_with_an_address_is_a_link() -> None:
    html = markdown.render("Thanks @Alice!", {"alice": "/people/alice"})
    assert (
        html == '<p>Thanks <a class="mention" href="/people/alice" rel="nofollow noopener">@Alice</a>!</p>\n'
    )


def test_a_mention_of_nobody_stays_words() -> None:
    assert markdown.render("Thanks @zoe!", {"alice": "/people/alice"}) == "<p>Thanks @zoe!</p>\n"


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [
        ("@alice", ["alice"]),
        ("hello @alice, @bob and @alice", ["alice", "bob"]),
        ("(@alice) *@bob* > @carol", ["alice", "bob", "carol"]),
        ("@Alice.", ["alice"]),
        ("@jan.de-wit_2.", ["jan.de-wit_2"]),
        ("- one\n  - two @alice\n> **@bob**", ["alice", "bob"]),
        ("| a |\n|---|\n| @alice |", ["alice"]),
    ],
)
def test_handles_are_found_where_people_put_them(text: str, mentioned: list[str]) -> None:
    assert markdown.handles(text) == mentioned


@pytest.mark.parametrize(
    "text",
    [
        "`@alice`",
        "```\n@alice\n```",
        "    @alice",
        "mail alice@alice.nl",
        "https://example.org/@alice",
        "a@alice",
        "\\@alice",
        "@",
        "@ alice",
        "[@alice](https://example.org)",
    ],
)
def test_handles_in_code_mail_and_addresses_are_no_mentions(text: str) -> None:
    assert markdown.handles(text) == []


def test_a_handle_longer_than_any_is_nobody_and_not_its_beginning() -> None:
    assert markdown.handles("@" + "a" * 61 + " @josé") == []


@given(st.from_regex(r"[a-z0-9]([a-z0-9._-]{0,10}[a-z0-9])?", fullmatch=True))
def test_each_handle_that_somebody_can_have_can_be_mentioned(handle: str) -> None:
    assert markdown.handles(f"Hi @{handle}, thanks") == [handle]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#Brug and #brug", {"brug": "Brug"}),
        ("(#énergie-2030), #a_b", {"énergie-2030": "énergie-2030", "a_b": "a_b"}),
        ("#12 of `#code`, a#b, http://e.org/#x and &#35;x", {}),
        ("# A heading", {}),
        ("#2030plan", {"2030plan": "2030plan"}),
        ("#" + "x" * 61, {}),
    ],
)
def test_topics_are_words_with_a_letter_behind_a_hash(text: str, found: dict[str, str]) -> None:
    assert markdown.topics(text) == found


def test_a_topic_without_an_address_stays_words() -> None:
    assert markdown.render("#brug") == "<p>#brug</p>\n"
    assert 'href="/topics/brug"' in markdown.render("#Brug", {"#brug": "/topics/brug"})


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("See https://e.org/a?b=c, then http://e.net", "https://e.org/a?b=c"),
        ("[here](http://e.org)", "http://e.org"),
        ("`http://e.org` mail@e.org [x](javascript:y)", None),
        ("words", None),
    ],
)
def test_the_first_link_is_found(text: str, link: str | None) -> None:
    assert markdown.first_link(text) == link

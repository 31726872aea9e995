"""Slack's markup becomes Markdown that looks the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knoop.archives.slack.emoticons import character, reaction
from knoop.archives.slack.markup import Names, markdown, without_secret

NAMES = Names(
    people={"U1": "anna", "W2": "bram"},
    others={"U9": "Poll App", "USLACKBOT": "slackbot"},
    channels={"C1": "algemeen"},
)


@pytest.mark.parametrize(
    ("slack", "expected"),
    [
        ("<@U1> and <@W2|bram.b>", "@anna and @bram"),
        ("<@U9> <@USLACKBOT> <@UNONE|zoe> <@UNONE>", "Poll App slackbot zoe UNONE"),
        ("<#C1|algemeen> <#C1|> <#C1>", "#algemeen #algemeen #algemeen"),
        ("<#C9|> <#C8|stil>", "a private channel #stil"),
        ("<!here> <!channel|@channel> <!everyone>", "@here @channel @everyone"),
        ("<!subteam^S1|@planners> <!subteam^S1>", "@planners @S1"),
        ("<!date^1392734382^{date}^https://x.y|18 Feb 2014>", "18 Feb 2014"),
        ("<https://x.y/a_b?c=1&amp;d=2>", "<https://x.y/a_b?c=1&d=2>"),
        ("<https://x.y|our [first] *page*>", r"[our \[first\] \*page\*](https://x.y)"),
        ("<https://x.y/a(b)|label>", "[label](<https://x.y/a(b)>)"),
        ("<https://files.slack.com/F1/a.pdf?t=xoxe-1|a>", "[a](https://files.slack.com/F1/a.pdf)"),
        ("<mailto:a@b.nl|a@b.nl>", "a@b.nl"),
        ("*bold* _it_ ~gone~", "**bold** _it_ ~~gone~~"),
        ("*_both_* _*both*_", "**_both_** _**both**_"),
        ("*see <https://x.y|this>*", "**see [this](https://x.y)**"),
        ("2*3*4 and a * b", r"2\*3\*4 and a * b"),
        ("~1% and ~2%", "~1% and ~2%"),
        ("`a *b* <https://x.y|x.y> &lt;i&gt;`", "`a *b* x.y <i>`"),
        ("see ```if a &lt; b:\n    *c*``` ok", "see \n```\nif a < b:\n    *c*\n```\n ok"),
        ("a &lt;script&gt; &amp;lt; 1 &lt; 2", r"a \<script> &lt; 1 < 2"),
        ("&gt; quoted", "> quoted"),
        ("# not a heading\n#hashtag", "\\# not a heading\n#hashtag"),
        ("• one\n    ◦ two", "- one\n    - two"),
        ("¯\\_(ツ)_/¯", "¯\\\\_(ツ)_/¯"),
        ("a\r\nb", "a\nb"),
        (":tada: :clap::skin-tone-3: :our-logo: 10:30:45", "🎉 👏🏼 :our-logo: 10:30:45"),
        ("  \n ", ""),
    ],
)
def test_text_becomes_markdown(slack: str, expected: str) -> None:
    assert markdown(slack, NAMES)[0] == expected


def test_each_person_is_mentioned_once_and_programs_never() -> None:
    assert markdown("<@W2> <@U1> <@W2> <@U9>", NAMES)[1] == ("W2", "U1")


def test_a_name_in_code_is_no_mention() -> None:
    assert markdown("`<@U1>`", NAMES) == ("`@anna`", ())


@given(st.text(alphabet=st.sampled_from("ab *_~`<>@#!|:&;\\\n1•\0\1U+"), max_size=60))
def test_no_text_can_break_the_conversion(text: str) -> None:
    converted, mentions = markdown(text, NAMES)
    assert not set(converted) & {"\0", "\1"}
    assert set(mentions) <= NAMES.people.keys()


@given(st.lists(st.sampled_from(["plain", "words", "é", "1", "snake_case", "it's", "(so)", "\n"])))
def test_plain_words_stay_as_they_are(words: list[str]) -> None:
    assert markdown(" ".join(words), NAMES)[0] == " ".join(words).strip()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("+1", "👍"),
        ("+1::skin-tone-6", "👍🏿"),
        ("heart::skin-tone-3", "❤️"),
        ("woman-running::skin-tone-2", "🏃🏻‍♀️"),
        ("flag-nl", "🇳🇱"),
        ("flag-wales", "🏴󠁧󠁢󠁷󠁬󠁳󠁿"),
        ("man-woman-girl", "👨‍👩‍👧"),
        ("male_mage", "🧙‍♂️"),
        ("female-technologist", "👩‍💻"),
        ("red_haired_person", "🧑‍🦰"),
        ("simple_smile", "🙂"),
        ("the_horns", "🤘"),
        ("our-logo", ":our-logo:"),
    ],
)
def test_reactions_are_characters_where_there_is_one(name: str, expected: str) -> None:
    assert reaction(name) == expected


def test_slacks_egg_is_raw_though_the_librarys_is_fried() -> None:
    assert character("egg") == "🥚"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "https://files.slack.com/files-pri/T1-F1/a.pdf?t=xoxe-1",
            "https://files.slack.com/files-pri/T1-F1/a.pdf",
        ),
        ("https://example.org/a?t=1", "https://example.org/a?t=1"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_keys_to_files_are_taken_out_of_addresses(url: str, expected: str) -> None:
    assert without_secret(url) == expected

"""No words reach a person past the catalogues."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.config.markup import Words, unmarked

SOURCE = Path(__file__).resolve().parents[2] / "src" / "knoop"
TEMPLATES = sorted(file for file in SOURCE.rglob("templates/**/*.html"))
MODULES = sorted(
    file for file in SOURCE.rglob("*.py") if (file.parent / "apps.py").exists() and file.name != "apps.py"
)
KEYS = {"Ctrl", "Enter", "Esc", "b", "c", "g", "h", "i", "j", "k", "r"}
STAYS = {"Knoop", "· Knoop"} | KEYS
READ_BY_PEOPLE = {"label", "help_text", "verbose_name", "verbose_name_plural", "empty_label", "message"}


def name(file: Path) -> str:
    return str(file.relative_to(SOURCE))


@pytest.mark.parametrize("file", TEMPLATES, ids=name)
def test_all_words_of_a_template_are_marked_for_translation(file: Path) -> None:
    found = [words for words in unmarked(file.read_text()) if words.text not in STAYS]
    assert not found, "\n".join(f"{name(file)}:{words.line}: {words.text}" for words in found)


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_labels_and_messages_in_python_are_marked_for_translation(file: Path) -> None:
    found = list(unmarked_in_python(file.read_text()))
    assert not found, "\n".join(f"{name(file)}:{words.line}: {words.text}" for words in found)


@pytest.mark.parametrize(
    ("template", "line", "text"),
    [
        ("<p>\n  Hello {{ name }}</p>", 2, "Hello"),
        ('<p>{% translate "Hello" %}</p>\n<p>there</p>', 2, "there"),
        ('<input\n title="Look here">', 1, "Look here"),
        ('{% if a %}\n<a aria-label="Go {{ b }}" {% if c %}id="d"{% endif %}>{% endif %}', 2, "Go"),
        ("{% blocktranslate %}one\ntwo{% endblocktranslate %}\nthree", 3, "three"),
        ('<b lang="en">English</b> again', 1, "again"),
        ('\n{{ name|default:"nobody" }}', 2, "nobody"),
    ],
)
def test_unmarked_words_are_found_with_their_line(template: str, line: int, text: str) -> None:
    assert unmarked(template) == [Words(line, text)]


@pytest.mark.parametrize(
    "template",
    [
        '{% translate "Hello" %}',
        "{% blocktranslate count n=n %}one{% plural %}{{ n }}{% endblocktranslate %}",
        '<button class="plain" lang="nl">Nederlands <b>ook</b></button>',
        "<script>const a = 1;</script><style>p { color: red }</style>",
        '<a href="/spaces/" class="x" title="{% translate "Go" %}">→ {{ a|date:"F" }} 3</a>',
        "{% block page_class %}wide-page{% endblock %}",
        "{# a remark #}{% comment %}another{% endcomment %}<!-- a third -->",
    ],
)
def test_marked_words_and_markup_are_left_alone(template: str) -> None:
    assert unmarked(template) == []


def test_an_unmarked_label_and_message_in_python_are_found() -> None:
    written = 'forms.CharField(label="Your name")\nraise ValidationError("Too short.")\nF(label=_("Marked"))'
    assert list(unmarked_in_python(written)) == [Words(1, "Your name"), Words(2, "Too short.")]


def unmarked_in_python(written: str) -> Iterator[Words]:
    """Texts given as they are where Django shows them to people: labels, help and form errors."""
    for node in ast.walk(ast.parse(written)):
        if not isinstance(node, ast.Call):
            continue
        shown = [keyword.value for keyword in node.keywords if keyword.arg in READ_BY_PEOPLE]
        if ast.unparse(node.func).endswith("ValidationError"):
            shown += node.args[:1]
        for value in shown:
            is_text = isinstance(value, ast.Constant) and isinstance(value.value, str)
            text = value.value if is_text else ast.unparse(value)
            if (is_text and any(map(str.isalpha, text))) or isinstance(value, ast.JoinedStr):
                yield Words(value.lineno, text)

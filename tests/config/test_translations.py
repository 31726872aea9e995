"""The catalogues say all that the source says, in Dutch; bin/messages finds each kind of fault."""

import ast
import re
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest
from django.utils import translation

ROOT = Path(__file__).resolve().parents[2]
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
TAG = re.compile(r"""\{%\s*translate\s+(["'])(.+?)\1""")
PLURALS = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'


def bin_messages() -> ModuleType:
    loader = SourceFileLoader("bin_messages", str(ROOT / "bin" / "messages"))
    module = module_from_spec(spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


messages = bin_messages()


class Room:
    """A room called web in a source tree of its own."""

    def __init__(self, source: Path) -> None:
        self.source = source
        self.folder = source / "web"
        self.catalogue = self.folder / messages.CATALOGUE
        self.catalogue.parent.mkdir(parents=True)
        (self.folder / "templates").mkdir()
        (self.folder / "apps.py").touch()

    def says(self, template: str = "", python: str = "") -> None:
        (self.folder / "templates" / "page.html").write_text(template)
        (self.folder / "models.py").write_text(f"from django.utils.translation import ngettext\n{python}")

    def translates(self, *entries: str) -> None:
        self.catalogue.write_text(HEADER + PLURALS + "\n" + "\n\n".join(entries) + "\n")

    @property
    def faults(self) -> list[str]:
        return [fault.split(": ", 1)[1] for fault in messages.faults(self.source)]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


HELLO = 'msgid "Hello"\nmsgstr "Hallo"'


def test_each_text_of_the_product_has_its_dutch() -> None:
    found = messages.faults(messages.SOURCE)
    assert not found, "Run bin/messages, then write the Dutch.\n" + "\n".join(found)


def test_nothing_that_the_product_marks_is_overlooked() -> None:
    said = {
        text
        for room in messages.texts(messages.SOURCE).values()
        for m in room
        for text in messages._forms(m.id)
    }
    marked = set()
    for file in messages.SOURCE.rglob("templates/**/*.html"):
        marked |= {text for _quote, text in TAG.findall(file.read_text())}
    for file in messages.SOURCE.rglob("*.py"):
        if "django.utils.translation" in file.read_text():
            marked |= set(marked_in_python(file.read_text()))
    assert len(marked) > 100
    assert marked <= said


def marked_in_python(written: str) -> Iterator[str]:
    calls = [node for node in ast.walk(ast.parse(written)) if isinstance(node, ast.Call)]
    marking = [c for c in calls if isinstance(c.func, ast.Name) and re.search(r"^_$|gettext", c.func.id)]
    # The first word of pgettext is the context and what follows a plural its number: nobody reads those.
    texts = [call.args["pgettext" in call.func.id :][:2] for call in marking]
    values = [word.value for words in texts for word in words if isinstance(word, ast.Constant)]
    return (value for value in values if isinstance(value, str))


def test_a_translated_text_is_no_fault(room: Room) -> None:
    room.says('{% translate "Hello" %}')
    room.translates(HELLO)
    assert room.faults == []


def test_a_text_that_the_catalogue_lacks_is_found(room: Room) -> None:
    room.says('{% translate "Hello" %}{% translate "Goodbye" %}')
    room.translates(HELLO)
    assert room.faults == ["not in the catalogue: 'Goodbye'"]


def test_a_text_without_dutch_is_found(room: Room) -> None:
    room.says('{% translate "Hello" %}')
    room.translates('msgid "Hello"\nmsgstr ""')
    assert room.faults == ["not translated: 'Hello'"]


def test_a_fuzzy_translation_is_found(room: Room) -> None:
    room.says('{% translate "Hello" %}')
    room.translates(f"#, fuzzy\n{HELLO}")
    assert room.faults == ["marked fuzzy: 'Hello'"]


@pytest.mark.parametrize("gone", [HELLO, '#~ msgid "Hello"\n#~ msgstr "Hallo"'])
def test_a_translation_that_no_source_asks_for_is_found(room: Room, gone: str) -> None:
    room.says()
    room.translates(gone)
    assert room.faults == ["not in any source: 'Hello'"]


@pytest.mark.parametrize("dutch", ["Hallo %(naam)s", "Hallo", "Hallo {name}", "100 % hallo %(name)s"])
def test_placeholders_that_differ_are_found(room: Room, dutch: str) -> None:
    room.says("{% blocktranslate %}Hello {{ name }}{% endblocktranslate %}")
    room.translates(f'msgid "Hello %(name)s"\nmsgstr "{dutch}"')
    assert room.faults == ["placeholders differ: 'Hello %(name)s'"]


def test_placeholders_may_stand_in_another_order(room: Room) -> None:
    room.says("{% blocktranslate %}{{ a }} with {{ b }}{% endblocktranslate %}")
    room.translates('msgid "%(a)s with %(b)s"\nmsgstr "%(b)s, samen met %(a)s"')
    assert room.faults == []


@pytest.mark.parametrize(
    ("one", "more", "expected"), [("Een", "Meer", []), ("Een", "", ["a plural form is empty: 'One'"])]
)
def test_an_empty_plural_form_is_found(room: Room, one: str, more: str, expected: list[str]) -> None:
    room.says(python='ngettext("One", "More", 2)')
    room.translates(f'msgid "One"\nmsgid_plural "More"\nmsgstr[0] "{one}"\nmsgstr[1] "{more}"')
    assert room.faults == expected


def test_one_text_with_two_translations_is_found(room: Room, tmp_path: Path) -> None:
    room.says('{% translate "Hello" %}')
    room.translates(HELLO)
    other = tmp_path / "people"
    (other / messages.CATALOGUE).parent.mkdir(parents=True)
    (other / "apps.py").touch()
    (other / "models.py").write_text('from django.utils.translation import gettext as _\n_("Hello")')
    (other / messages.CATALOGUE).write_text(HEADER + '\nmsgid "Hello"\nmsgstr "Dag"\n')
    assert room.faults == ["translated otherwise in people: 'Hello'"]


def test_all_ways_to_mark_a_text_are_read(room: Room) -> None:
    room.says(
        '{% translate "tag" %}{% blocktranslate trimmed %}\n  long\n  tag\n{% endblocktranslate %}'
        "{% blocktranslate count n=n %}one{% plural %}{{ n }} more{% endblocktranslate %}"
        '{% include "x" with a=_("argument") %}{% translate "may" context "month" %}\n'
        "   don't (stumble over: this\n {% translate 'later' as empty %}",
        'ngettext_lazy("a day", "days", 2); pgettext("verb", "open"); _("lazy " "text"); _(name)',
    )
    messages.update(room.source)
    said = {(m.id, m.context) for m in messages.catalogue(room.folder) if m.id}
    assert said == {
        *((text, None) for text in ("tag", "long tag", "argument", "later", "lazy text")),
        *((("one", "%(n)s more"), None), (("a day", "days"), None), ("may", "month"), ("open", "verb")),
    }


def test_a_remark_for_translators_comes_along_and_one_by_translators_stays(room: Room) -> None:
    room.says('{# Translators: on the door #}\n{% translate "Open" %}')
    room.translates('# never "geopend"\nmsgid "Open"\nmsgstr "Open"')
    messages.update(room.source)
    written = room.catalogue.read_text()
    assert '# never "geopend"' in written
    assert "#. Translators: on the door" in written


def test_an_update_keeps_translations_adds_what_is_new_and_drops_what_is_gone(room: Room) -> None:
    room.says('{% translate "Hello" %}{% translate "New" %}')
    room.translates(HELLO, 'msgid "Old"\nmsgstr "Oud"')
    messages.update(room.source)
    found = {m.id: m.string for m in messages.catalogue(room.folder) if m.id}
    assert found == {"Hello": "Hallo", "New": ""}


def test_a_second_update_changes_nothing(room: Room) -> None:
    room.says('{% translate "b" %}{% translate "a" %}', '_("c")')
    messages.update(room.source)
    first = room.catalogue.read_bytes()
    room.says('\n\n{% translate "a" %}\n{% translate "b" %}', '\n\n_("c")')
    messages.update(room.source)
    assert room.catalogue.read_bytes() == first


def test_texts_outside_all_rooms_go_to_web(room: Room, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.py").write_text(
        'from django.utils.translation import gettext_lazy as _\n_("Dutch")'
    )
    assert room.faults == ["not in the catalogue: 'Dutch'"]


def test_the_check_tells_by_its_exit_code_and_changes_nothing(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    room.says('{% translate "Hello" %}')
    assert messages.main(["--check"], room.source) == 1
    assert "web/locale/nl/LC_MESSAGES/django.po: not in the catalogue: 'Hello'" in capsys.readouterr().err
    assert not room.catalogue.exists()
    room.translates(HELLO)
    assert messages.main(["--check"], room.source) == 0


def test_a_catalogue_that_is_no_catalogue_is_named(room: Room, capsys: pytest.CaptureFixture[str]) -> None:
    room.catalogue.write_text(HEADER + "\nmsgid Hello\n")
    assert messages.main(["--check"], room.source) == 1
    assert str(room.catalogue) in capsys.readouterr().err


def test_english_is_the_text_in_the_source_although_dutch_is_the_default() -> None:
    with translation.override("en"):
        assert translation.gettext("Your spaces") == "Your spaces"
    with translation.override("nl"):
        assert translation.gettext("Your spaces") == "Jouw ruimtes"

"""Pages, files and messages are found by their words, by who may see them."""

import pytest
from django.db import connection

from knoop.community.messages.models import Conversation
from knoop.community.pages.models import Page
from knoop.community.signals.models import Signal
from knoop.search import papers
from knoop.search.indexing import index, rebuild
from knoop.search.models import Entry, Extract
from knoop.search.reading_files import text_of
from knoop.search.tasks import keep_up
from tests import making
from tests.files.making import kept, picture, sent
from tests.making import as_
from tests.search.test_reading_files import W, packed, pdf


@pytest.fixture
def find(find, django_capture_on_commit_callbacks):
    """Finds what the index heard of until then: what happens meanwhile is told to it as it is on a server."""
    telling = django_capture_on_commit_callbacks(execute=True)
    telling.__enter__()

    def heard_and_found(*words):
        nonlocal telling
        telling.__exit__(None, None, None)
        found = find(*words)
        telling = django_capture_on_commit_callbacks(execute=True)
        telling.__enter__()
        return found

    return heard_and_found


LETTER = f"<w:document {W}><w:p><w:r><w:t>The asphalt of 1987</w:t></w:r></w:p></w:document>"
ASPHALT = pdf("The asphalt of the bridge was laid in 1987")


def test_a_page_is_found_by_its_words_until_it_is_withdrawn(alice, open_space, find):
    page = making.page(open_space, alice, "Parking", "Bicycles go in the cellar.")
    assert find(alice, "cellar") == [("page", page.pk)]
    page.withdraw(alice)
    assert find(alice, "cellar") == []
    page.bring_back(alice)
    assert find(alice, "cellar") == [("page", page.pk)]


def test_a_changed_page_is_found_by_what_it_says_now(alice, open_space, find):
    page = making.page(open_space, alice, "Parking", "Bicycles go in the cellar.")
    page.change(alice, "Parking", "Bicycles go in the shed.", seen=1)
    assert find(alice, "cellar") == []
    assert find(alice, "shed") == [("page", page.pk)]


def test_a_page_of_a_closed_space_is_found_by_members_alone(bob, carol, closed_space, find):
    page = making.page(closed_space, bob, "Plans", "The cellar becomes a gym.")
    assert find(bob, "gym") == [("page", page.pk)]
    assert find(carol, "gym") == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("report.pdf", ASPHALT),
        ("report.docx", packed(**{"[Content_Types].xml": "<Types/>", "word/document.xml": LETTER})),
        ("report.txt", b"The asphalt of 1987"),
    ],
)
def test_a_file_is_found_by_the_words_inside_it(alice, open_space, find, name, content):
    file = kept(alice, name, content, open_space)
    assert find(alice, "asphalt") == [("file", file.pk)]
    page = as_(alice).get("/search?q=asphalt").content.decode()
    assert "The <mark>asphalt</mark> of" in page
    assert file.get_absolute_url() in page


def test_a_file_is_found_by_its_name_and_what_a_picture_shows(alice, open_space, find):
    file = kept(alice, "quay.jpg", picture(), open_space)
    file.describe(alice, "A crane at dusk")
    assert find(alice, "quay") == find(alice, "crane") == [("file", file.pk)]


def test_a_file_of_a_closed_space_is_found_by_members_alone(bob, carol, closed_space, find):
    file = kept(bob, "secret.pdf", ASPHALT, closed_space)
    assert find(bob, "asphalt") == [("file", file.pk)]
    assert find(carol, "asphalt") == find(carol, "secret") == []


def test_a_loose_file_is_found_by_nobody(alice, find):
    kept(alice, "loose.pdf", ASPHALT)
    assert find(alice, "asphalt") == find(alice, "loose") == []


def test_a_new_version_is_found_by_its_own_words(alice, open_space, find):
    file = kept(alice, "report.pdf", ASPHALT, open_space)
    file.renew(alice, sent("report.pdf", pdf("Nothing but gravel")))
    assert find(alice, "asphalt") == []
    assert find(alice, "gravel") == [("file", file.pk)]


def test_of_a_file_that_is_gone_no_words_stay(alice, open_space, find):
    file = kept(alice, "report.pdf", ASPHALT, open_space)
    assert find(alice, "asphalt") == [("file", file.pk)]
    assert Extract.objects.count() == 1
    file.withdraw(alice)
    assert find(alice, "asphalt") == []
    file.shred()
    assert Extract.objects.count() == 0


def test_a_message_is_found_by_who_is_in_the_conversation(alice, bob, carol, find):
    said = Conversation.objects.between(alice, [bob]).say(alice, "The umbrella stands in the hall.")
    assert find(alice, "umbrella") == find(bob, "umbrella") == [("message", said.pk)]
    assert find(carol, "umbrella") == []


def test_no_role_finds_messages_of_others(alice, bob, administrator, find):
    Conversation.objects.between(alice, [bob]).say(alice, "The umbrella stands in the hall.")
    assert find(administrator, "umbrella") == []


def test_who_comes_into_a_conversation_finds_nothing_of_before(alice, bob, carol, find):
    talk = Conversation.objects.between(alice, [bob, making.person("dora")])
    talk.say(alice, "The umbrella stands in the hall.")
    talk.add(carol, by=alice)
    later = talk.say(alice, "It is a red umbrella.")
    assert find(carol, "umbrella") == [("message", later.pk)]


def test_a_found_message_is_on_the_page_it_leads_to(alice, bob, find):
    talk = Conversation.objects.between(alice, [bob])
    first = talk.say(alice, "The umbrella stands in the hall.")
    for number in range(80):
        talk.say(bob, f"Number {number}")
    assert find(bob, "umbrella") == [("message", first.pk)]
    results = as_(bob).get("/search?q=umbrella")
    address = results.context["page"].results[0].thing.address
    assert f'id="message-{first.pk}"' in as_(bob).get(address).content.decode()


def test_a_message_taken_back_is_found_no_more(alice, bob, find):
    said = Conversation.objects.between(alice, [bob]).say(alice, "The umbrella stands in the hall.")
    said.withdraw(alice)
    assert find(alice, "umbrella") == []


def test_what_came_without_a_sound_is_found_after_the_nightly_round(alice, open_space, find):
    page = Page.objects.create(
        space=open_space, title="Parking", text="In the cellar.", written_by=alice, changed_by=alice
    )
    assert find(alice, "cellar") == []
    keep_up.func()
    assert find(alice, "cellar") == [("page", page.pk)]


def said_with(file, *people):
    by, *others = people
    return Conversation.objects.between(by, others).say(by, "Look", files=[file])


def test_a_file_of_a_message_is_found_by_who_is_in_the_conversation(alice, bob, carol, find):
    file = kept(alice, "report.pdf", ASPHALT)
    said_with(file, alice, bob)
    assert find(alice, "asphalt") == find(bob, "asphalt") == [("file", file.pk)]
    assert find(carol, "asphalt") == find(carol, "report") == []


def test_no_role_finds_files_of_messages_of_others(alice, bob, administrator, find):
    said_with(kept(alice, "report.pdf", ASPHALT), alice, bob)
    assert find(administrator, "asphalt") == []


def test_who_comes_into_a_conversation_finds_no_file_of_before(alice, bob, carol, find):
    talk = said_with(kept(alice, "report.pdf", ASPHALT), alice, bob, making.person("dora")).conversation
    talk.add(carol, by=alice)
    later = kept(alice, "again.pdf", ASPHALT)
    talk.say(alice, "And", files=[later])
    assert find(carol, "asphalt") == [("file", later.pk)]


def test_a_file_of_a_message_taken_back_is_found_no_more(alice, bob, find):
    said = said_with(kept(alice, "report.pdf", ASPHALT), alice, bob)
    assert len(find(bob, "asphalt")) == 1
    said.withdraw(alice)
    assert find(alice, "asphalt") == find(bob, "asphalt") == []
    assert not Entry.objects.filter(kind="file").exists()


def test_a_file_of_a_page_is_found_by_who_reads_it(bob, carol, closed_space, find):
    file = kept(bob, "report.pdf", ASPHALT)
    making.page(closed_space, bob, "Plans", files=[file])
    assert find(bob, "asphalt") == [("file", file.pk)]
    assert find(carol, "asphalt") == []


def test_a_file_is_read_before_anything_is_locked(alice, open_space, monkeypatch):
    """Reading one may take seconds, in which on SQLite nobody else could write."""
    file = kept(alice, "report.pdf", ASPHALT, open_space)
    outside, read_in = len(connection.atomic_blocks), []

    def read(content: bytes) -> str:
        read_in.append(len(connection.atomic_blocks))
        return text_of(content)

    monkeypatch.setattr(papers, "text_of", read)
    index("file", [file.pk])
    Extract.objects.all().delete()
    rebuild()
    assert read_in == [outside, outside]


def test_a_signal_is_found_with_its_answer_by_who_sees_it_and_by_nobody_else(
    alice, bob, carol, closed_space, find
):
    words = {"kind": "concern", "title": "Locked out", "text": "The turnstile is stuck."}
    made = Signal.objects.send(alice, bob, space=closed_space, **words)
    made.acknowledge(bob, "The locksmith comes on Friday.")
    for typed in ("turnstile", "locksmith"):
        assert find(bob, typed) == [("signal", made.pk)]
        assert find(carol, typed) == []

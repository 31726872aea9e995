"""Files on pages: below the text, put on and taken off by who changes it."""

from knoop.community.files.attachments import Change
from knoop.community.files.models import Attachment, File
from knoop.community.pages.models import Page
from knoop.people.leaving import Leaving
from tests.files.making import kept, picture, sent
from tests.making import as_, page

NEW = "/spaces/town-hall/pages/new"


def words(found, **other):
    return {"title": found.title, "text": found.text, "seen": found.number} | other


def names(found) -> list[str]:
    rows = Attachment.objects.filter(kind="page", thing_id=found.pk).order_by("place")
    return [row.file.name for row in rows]


def test_a_page_is_written_with_files(open_space, alice, bob):
    files = [sent("a.jpg", picture()), sent("map.txt", b"x")]
    done = as_(alice).post(NEW, {"title": "Routes", "text": "", "files": files})
    shown = as_(bob).get(done["Location"]).text
    assert "map.txt" in shown
    assert 'class="pictures"' in shown
    assert File.objects.first().space == open_space


def test_without_scripts_files_are_added_before_the_page_is_saved(open_space, alice):
    shown = as_(alice).post(NEW, {"title": "", "add": "yes", "files": [sent("a.txt", b"x")]})
    assert shown.status_code == 200
    assert 'name="file"' in shown.text
    assert not Page.objects.exists()


def test_files_are_added_and_taken_off_when_a_page_is_changed(open_space, alice, bob):
    old, more = kept(alice, "old.txt"), kept(bob, "more.txt")
    found = page(open_space, alice, files=[old])
    at, browser = f"/pages/{found.pk}/change", as_(bob)
    assert f'name="had" value="{old.key}"' in browser.get(at).text
    browser.post(at, words(found, had=[old.key], file=[old.key, more.key]))
    assert names(found) == ["old.txt", "more.txt"]
    found.refresh_from_db()
    browser.post(at, words(found, had=[old.key, more.key], file=[more.key]))
    assert names(found) == ["more.txt"]


def test_a_change_of_files_alone_is_a_version_that_says_so(open_space, alice, bob):
    found = page(open_space, alice)
    found.change(bob, found.title, found.text, seen=1, files=Change([kept(bob)]))
    found.refresh_from_db()
    newest = found.versions.get(number=2)
    assert (found.number, found.changed_by, newest.by, bool(newest.note)) == (2, bob, bob, True)


def test_the_same_files_again_make_no_version(open_space, alice):
    file = kept(alice)
    found = page(open_space, alice, files=[file])
    as_(alice).post(f"/pages/{found.pk}/change", words(found, had=[file.key], file=[file.key]))
    assert found.versions.count() == 1


def test_what_somebody_else_added_meanwhile_stays(open_space, alice, bob):
    found = page(open_space, alice)
    found.change(bob, found.title, found.text, seen=1, files=Change([kept(bob, "his.txt")]))
    mine = words(found, file=[kept(alice, "mine.txt").key])
    refused = as_(alice).post(f"/pages/{found.pk}/change", mine)
    assert refused.status_code == 422
    assert "mine.txt" in refused.text
    as_(alice).post(f"/pages/{found.pk}/change", mine | {"seen": 2})
    assert names(found) == ["mine.txt", "his.txt"]


def test_files_of_a_page_of_a_closed_space_are_for_its_members(closed_space, bob, carol):
    file = kept(bob)
    page(closed_space, bob, files=[file])
    assert as_(bob).get(file.content_address).status_code == 200
    assert as_(carol).get(file.content_address).status_code == 404


def test_files_go_with_a_withdrawn_page_and_come_back_with_it(open_space, alice, bob):
    file = kept(alice)
    found = page(open_space, alice, files=[file])
    found.withdraw(alice)
    assert as_(bob).get(file.content_address).status_code == 404
    assert file.name not in as_(bob).get(found.get_absolute_url()).text
    found.bring_back(alice)
    assert as_(bob).get(file.content_address).status_code == 200


def test_who_may_not_change_a_page_takes_nothing_off_it(closed_space, bob, carol):
    file = kept(bob)
    found = page(closed_space, bob, files=[file])
    form = words(found, had=[file.key], file=[])
    assert as_(carol).post(f"/pages/{found.pk}/change", form).status_code == 404
    assert names(found) == [file.name]
    as_(bob).post(f"/pages/{found.pk}/change", form)
    assert names(found) == []


def test_a_page_that_goes_with_its_writer_lets_its_files_go(open_space, alice):
    from knoop.community.pages import holdings

    page(open_space, alice, files=[kept(alice)])
    holdings.erase(Leaving(alice, takes_words=True))
    assert not Attachment.objects.exists()

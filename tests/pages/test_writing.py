"""Pages: written, changed by several people, looked back on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from knoop.base import clock
from knoop.community.pages.models import ChangedMeanwhile, Page, Watch
from knoop.events.models import Event
from tests.making import as_, page

NEW = "/spaces/town-hall/pages/new"


def words(found, **other):
    return {"title": found.title, "text": found.text, "seen": found.number} | other


def test_a_page_is_written_with_its_headings_to_link_to(open_space, alice, bob):
    text = "# Cars\nLeft.\n# Bikes\nRight.\n## At night\nInside."
    done = as_(alice).post(NEW, {"title": "How we park", "text": text})
    read = as_(bob).get(done["Location"]).text
    assert '<h2 id="s-cars">Cars</h2>' in read
    assert '<a href="#s-at-night">At night</a>' in read


def test_two_headings_with_one_name_have_each_a_place_of_their_own(open_space, alice):
    found = page(open_space, alice, text="# Cars\n\n# Cars")
    assert [heading.place for heading in found.contents] == ["s-cars", "s-cars-2"]


def test_the_same_form_sent_twice_is_one_page(open_space, alice):
    form = {"title": "Once", "text": "x", "once": "7f1c1a52-3c5f-4b12-9a0e-3d2e8a1c9b55"}
    as_(alice).post(NEW, form)
    as_(alice).post(NEW, form)
    assert Page.objects.count() == 1


def test_a_page_without_a_title_comes_back_with_its_text(open_space, alice):
    refused = as_(alice).post(NEW, {"title": "", "text": "An hour of work"})
    assert refused.status_code == 422
    assert "An hour of work" in refused.text


def test_a_change_is_a_version_that_says_who_and_why(open_space, alice, bob):
    found = page(open_space, alice)
    as_(bob).post(f"/pages/{found.pk}/change", words(found, text="On the right.", note="New signs"))
    found.refresh_from_db()
    assert (found.number, found.changed_by, found.html) == (2, bob, "<p>On the right.</p>\n")
    assert "New signs" in as_(alice).get(f"/pages/{found.pk}/history").text
    read = as_(alice).get(f"/pages/{found.pk}/history/2").text
    assert "<del>left</del>" in read
    assert "<ins>right</ins>" in read


def test_saving_without_a_change_makes_no_version(open_space, alice):
    found = page(open_space, alice)
    as_(alice).post(f"/pages/{found.pk}/change", words(found))
    assert found.versions.count() == 1
    assert not Event.objects.filter(verb="page.changed").exists()


def test_who_was_second_keeps_their_text_and_sees_the_other(open_space, alice, bob):
    found = page(open_space, alice)
    mine = words(found, text="On the roof.")
    found.change(bob, found.title, "In the yard.", seen=1)
    refused = as_(alice).post(f"/pages/{found.pk}/change", mine)
    assert refused.status_code == 422
    assert "Bob Smit changed this page while you were writing" in refused.text
    assert "On the roof." in refused.text
    assert "yard" in refused.text
    found.refresh_from_db()
    assert found.text == "In the yard."


def test_who_was_second_may_save_over_the_other_once_they_saw_it(open_space, alice, bob):
    found = page(open_space, alice)
    found.change(bob, found.title, "In the yard.", seen=1)
    refused = as_(alice).post(f"/pages/{found.pk}/change", words(page_of(found), seen=1, text="On the roof."))
    seen = refused.context["form"]["seen"].value()
    as_(alice).post(f"/pages/{found.pk}/change", {"title": found.title, "text": "On the roof.", "seen": seen})
    assert page_of(found).text == "On the roof."
    assert [one.text for one in found.versions.order_by("number")] == [
        "On the left.", "In the yard.", "On the roof.",
    ]  # fmt: skip


def page_of(found):
    return Page.objects.get(pk=found.pk)


def test_nothing_is_written_over_a_version_that_was_not_seen(open_space, alice, bob):
    found = page(open_space, alice)
    found.change(bob, "Other", "Text", seen=1)
    with pytest.raises(ChangedMeanwhile):
        found.change(alice, "Mine", "Text", seen=1)


def test_an_earlier_version_becomes_the_newest_and_none_is_lost(open_space, alice, bob):
    found = page(open_space, alice)
    found.change(bob, found.title, "Nonsense", seen=1)
    as_(alice).post(f"/pages/{found.pk}/history/1/restoration")
    now = page_of(found)
    assert (now.text, now.number) == ("On the left.", 3)
    assert now.versions.get(number=3).note == "Version 1 again"


def test_what_is_withdrawn_stands_in_no_list_and_can_be_brought_back(open_space, alice, bob):
    found = page(open_space, alice)
    as_(bob).post(f"/pages/{found.pk}/withdrawal")
    assert "How we park" not in as_(alice).get("/spaces/town-hall/pages").text
    assert "Bring it back" in as_(alice).get(f"/pages/{found.pk}").text
    as_(alice).post(f"/pages/{found.pk}/return")
    assert "How we park" in as_(alice).get("/spaces/town-hall/pages").text


def test_nothing_is_changed_on_a_page_that_was_withdrawn(open_space, alice):
    found = page(open_space, alice)
    found.withdraw(alice)
    assert as_(alice).post(f"/pages/{found.pk}/change", words(found, text="x")).status_code == 403


def test_a_page_that_is_due_asks_whether_it_is_still_right_until_somebody_says_so(open_space, alice, bob):
    today = timezone.localdate(clock.now())
    found = page(open_space, alice, keeper=bob, review_on=today)
    assert "Bob Smit would look again" in as_(alice).get(f"/pages/{found.pk}").text
    as_(bob).post(f"/pages/{found.pk}/confirmation")
    assert page_of(found).review_on > today + timedelta(days=150)
    assert "would look again" not in as_(alice).get(f"/pages/{found.pk}").text


def test_who_keeps_a_page_must_be_somebody_here(open_space, alice):
    refused = as_(alice).post(NEW, {"title": "x", "text": "Kept", "keeper": "nobody"})
    assert refused.status_code == 422
    assert "Nobody here has this username" in refused.text
    assert as_(alice).post(NEW, {"title": "x", "text": "Kept", "keeper": "@Alice"}).status_code == 302


def test_who_writes_a_page_watches_it_and_can_stop(open_space, alice):
    found = page(open_space, alice)
    assert Watch.objects.filter(page=found, person=alice).exists()
    as_(alice).post(f"/pages/{found.pk}/watch")
    assert not Watch.objects.filter(page=found, person=alice).exists()


@pytest.mark.parametrize("start", ["how-to", "agreements", "questions"])
def test_a_page_can_begin_from_one_of_ours(open_space, alice, start):
    form = as_(alice).get(f"{NEW}?from={start}").context["form"]
    assert "#" in form["text"].value()


def test_a_page_can_begin_from_one_of_the_space_that_is_offered_as_a_template(open_space, alice):
    own = page(open_space, alice, title="Our report", text="What happened:", is_template=True)
    other = page(open_space, alice, title="No template", text="Secret recipe")
    assert "What happened:" in as_(alice).get(f"{NEW}?from={own.pk}").text
    assert "Secret recipe" not in as_(alice).get(f"{NEW}?from={other.pk}").text

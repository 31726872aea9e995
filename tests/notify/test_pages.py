"""The lists, the count, reading, muting and their undo."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knoop.community.posts.models import Post
from knoop.notify.models import Choice, Kept, Mute, Notice, SpaceChoice
from tests import making


@pytest.fixture
def mentioned(alice, bob, open_space, heard):
    with heard():
        post = Post.objects.write(alice, open_space, "Ask **@bob** about it")
    return Notice.objects.get(person=bob, thing_id=post.pk)


def test_the_page_shows_what_needs_me_with_its_first_words(mentioned, bob, as_):
    text = as_(bob).get("/notices/").text
    assert "Alice de Wit noemde je" in text
    assert "Ask @bob about it" in text


def test_the_menu_counts_what_waits(mentioned, bob, carol, as_):
    assert ">1</span>" in as_(bob).get("/people/").text
    assert 'id="waiting" hidden' in as_(carol).get("/people/").text


def test_following_a_notice_reads_it_and_leads_there(mentioned, bob, as_):
    response = as_(bob).get(f"/notices/{mentioned.pk}")
    assert response["Location"] == f"/posts/{mentioned.thing_id}"
    mentioned.refresh_from_db()
    assert mentioned.read_at
    assert mentioned.is_opened


def test_reading_the_post_reads_its_notices_before_they_are_counted(mentioned, bob, as_):
    text = as_(bob).get(f"/posts/{mentioned.thing_id}").text
    assert 'id="waiting" hidden' in text
    assert Notice.objects.waiting_for(bob).count() == 0


def test_somebody_elses_notice_is_not_there(mentioned, carol, as_):
    assert as_(carol).get(f"/notices/{mentioned.pk}").status_code == 404
    assert as_(carol).post("/notices/reading", {"notice": mentioned.pk}).status_code == 404
    assert as_(carol).post(f"/notices/{mentioned.pk}/mutes", {"what": "space"}).status_code == 404


def test_marking_all_as_read_can_be_taken_back(mentioned, bob, as_):
    client = as_(bob)
    page = client.post("/notices/reading", {"list": "needs"})
    assert Notice.objects.waiting_for(bob).count() == 0
    assert "Op gelezen gezet" in client.get(page["Location"]).text
    moment = Notice.objects.get(pk=mentioned.pk).read_at.isoformat()
    client.post("/notices/reading/withdrawal", {"at": moment})
    assert Notice.objects.waiting_for(bob).count() == 1


@pytest.mark.parametrize("what", ["post", "space", "person"])
@pytest.mark.parametrize("days", ["1", "7", ""])
def test_a_line_mutes_what_it_is_about_and_offers_to_undo_that(what, days, mentioned, bob, as_):
    client = as_(bob)
    response = client.post(f"/notices/{mentioned.pk}/mutes", {"what": what, "days": days})
    mute = Mute.objects.get(person=bob)
    assert (mute.what, mute.until is None) == (what, days == "")
    assert f"/notices/mutes/{mute.pk}/withdrawal" in client.get(response["Location"]).text
    client.post(f"/notices/mutes/{mute.pk}/withdrawal")
    assert not Mute.objects.exists()


def test_nobody_undoes_somebody_elses_mute(bob, carol, post, as_):
    mute = Mute.objects.mute(bob, "post", post.pk, 1)
    assert as_(carol).post(f"/notices/mutes/{mute.pk}/withdrawal").status_code == 404


def test_one_line_costs_as_much_as_thirty(alice, bob, open_space, heard, as_):
    def cost() -> int:
        client.get("/notices/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/notices/").status_code == 200
        return len(queries)

    client = as_(bob)
    Kept.objects.create(person=bob, space=open_space)
    with heard():
        Post.objects.write(alice, open_space, "Hello @bob").answer(bob, "So").react(alice, "👍")
        Post.objects.write(alice, open_space, "Hello")
    few = cost()
    with heard():
        for number in range(30):
            writer = making.person(f"w{number}")
            Post.objects.write(writer, open_space, f"Ask @bob {number}").answer(bob, "So").react(alice, "👍")
    assert cost() == few


def test_earlier_lines_come_page_by_page_without_one_twice(alice, bob, open_space, heard, as_):
    with heard():
        for number in range(35):
            Post.objects.write(alice, open_space, f"Ask @bob number {number}.")
    first = as_(bob).get("/notices/")
    later = as_(bob).get("/notices/", {"earlier": first.context["needs"].next})
    seen = [line.notice.pk for page in (first, later) for line in page.context["needs"].lines]
    assert len(seen) == len(set(seen)) == 35


def test_a_space_that_is_loud_and_never_opened_is_suggested_to_be_muted(alice, bob, open_space, heard, as_):
    with heard():
        for _number in range(12):
            Post.objects.write(alice, open_space, "News")
    client = as_(bob)
    assert "Wil je dat het stiller wordt?" in client.get("/notices/").text
    client.post("/notices/spaces/town-hall/quiet", {"keep": "1"})
    assert Kept.objects.filter(person=bob).exists()
    assert "Wil je dat het stiller wordt?" not in client.get("/notices/").text
    client.post("/notices/spaces/town-hall/quiet", {"days": "7"})
    assert Mute.objects.get(person=bob).what == "space"


def test_what_somebody_chooses_is_kept_and_shown(bob, as_):
    client = as_(bob)
    sent = Choice.objects.ways_of(bob) | {"reaction": "not"}
    assert client.post("/notices/settings", sent).status_code == 302
    assert Choice.objects.ways_of(bob)["reaction"] == "not"
    assert client.get("/notices/settings").context["form"]["reaction"].value() == "not"


def test_a_choice_that_cannot_be_comes_back(bob, as_):
    assert as_(bob).post("/notices/settings", {"post": "pigeon"}).status_code == 422


def test_a_member_chooses_for_a_space_and_takes_it_back(bob, open_space, as_):
    client = as_(bob)
    client.post("/notices/spaces/town-hall", {"way": "not"})
    assert SpaceChoice.objects.get(person=bob).way == "not"
    client.post("/notices/spaces/town-hall", {"way": ""})
    assert not SpaceChoice.objects.exists()

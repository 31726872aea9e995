"""Where pages find the stream, what they ask for when they hear something, and devices in the settings."""

import pytest

from knoop.events.models import Event
from knoop.live.models import Device
from knoop.notify.models import Notice
from tests.live.pushing import Service
from tests.making import as_


@pytest.fixture
def streaming(settings) -> None:
    settings.LIVE, settings.PORT, settings.LIVE_PORT = "here", 8000, 8001
    settings.ALLOWED_HOSTS = ["*"]


def stream_of(client, **asked) -> str:
    page = client.get("/people/", **asked).content.decode()
    return page.partition('data-stream="')[2].partition('"')[0]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "intranet.example.org"])
def test_the_stream_is_on_the_host_that_the_page_was_asked_of(streaming, alice, host):
    assert stream_of(as_(alice), headers={"Host": f"{host}:8000"}) == f"http://{host}:8001/live/stream"


def test_behind_a_proxy_it_is_on_the_same_address(streaming, alice):
    client = as_(alice)
    assert stream_of(client, headers={"Host": "intranet.example.org"}) == "/live/stream"
    assert "connect-src 'self';" in client.get("/people/").headers["Content-Security-Policy"]


def test_who_is_not_logged_in_is_given_no_stream(streaming, client, db):
    assert "data-stream" not in client.get("/", headers={"Host": "127.0.0.1:8000"}).content.decode()


def test_the_page_that_is_kept_for_without_connection_names_nobody(streaming, alice):
    page = as_(alice).get("/offline", headers={"Host": "127.0.0.1:8000"}).content.decode()
    assert "data-person" not in page


def test_without_streams_pages_name_none(alice, settings):
    settings.LIVE = "no"
    settings.LIVE_PORT = 8001
    assert stream_of(as_(alice)) == ""


def test_streams_of_another_process_are_on_the_same_address(alice, settings):
    settings.LIVE = "elsewhere"
    assert stream_of(as_(alice)) == "/live/stream"


def test_a_page_says_what_it_shows(streaming, alice, post):
    page = as_(alice).get(f"/posts/{post.pk}").content.decode()
    assert f'data-page="post" data-of="{post.pk}"' in page
    assert f'id="live-space" value="{post.space_id}"' in as_(alice).get("/spaces/town-hall").content.decode()


def test_an_answer_comes_in_as_a_part_with_how_many_there_are(alice, bob, post):
    comment = post.answer(bob, "At last")
    part = as_(alice).get(f"/posts/{post.pk}?new={comment.pk}", headers={"HX-Request": "true"})
    text = part.content.decode()
    assert f'id="comment-{comment.pk}"' in text
    assert 'id="answers-title"' in text
    assert "<html" not in text


def test_an_answer_of_another_thread_does_not_come_in(alice, post, closed_post):
    comment = closed_post.answer(alice, "Ours")
    asked = {"HX-Request": "true"}
    assert as_(alice).get(f"/posts/{post.pk}?new={comment.pk}", headers=asked).status_code == 404
    assert as_(alice).get(f"/posts/{closed_post.pk}?new={comment.pk}", headers=asked).status_code == 200


def test_an_answer_in_a_closed_space_does_not_come_in_to_an_outsider(alice, carol, closed_post):
    comment = closed_post.answer(alice, "Ours")
    asked = {"HX-Request": "true"}
    assert as_(carol).get(f"/posts/{closed_post.pk}?new={comment.pk}", headers=asked).status_code == 404


def test_marks_say_how_many_wait_and_what_stands_open_is_read(alice, bob, post, happening):
    with happening():
        post.answer(alice, "Ask @bob")
    client = as_(bob)
    assert "wacht op jou" in client.get("/live/marks").content.decode()
    client.get(f"/live/marks?post={post.pk}")
    assert not Notice.objects.filter(person=bob, needs_you=True).unread().exists()


def test_marks_of_what_is_no_post_read_nothing(alice, bob, post, happening):
    with happening():
        post.answer(alice, "Ask @bob")
    assert as_(bob).get("/live/marks?post=x").status_code == 200
    assert Notice.objects.filter(person=bob).unread().exists()


@pytest.fixture
def subscription() -> dict[str, str]:
    return Service("").subscription | {"endpoint": "https://push.example.org/send/abc"}


def test_a_device_is_switched_on_shown_and_switched_off(alice, subscription):
    client = as_(alice)
    assert client.post("/devices", subscription)["Location"] == "/you/settings?kept=device#here"
    assert "Je hoort het op dit apparaat." in client.get("/you/settings").content.decode()
    device = Device.objects.get()
    client.post(f"/devices/{device.pk}/removal")
    assert not Device.objects.exists()
    said = Event.objects.filter(verb__startswith="device.").order_by("pk").values_list("verb", flat=True)
    assert list(said) == ["device.added", "device.removed"]


def test_other_devices_are_listed_and_can_be_removed_from_here(alice, subscription):
    phone, desk = as_(alice), as_(alice)
    phone.post("/devices", subscription, headers={"User-Agent": "Mozilla/5.0 (iPhone) Safari/604.1"})
    device = Device.objects.get()
    assert f"/devices/{device.pk}/removal" in desk.get("/you/settings").content.decode()
    desk.post(f"/devices/{device.pk}/removal")
    assert not Device.objects.exists()


def test_switching_on_twice_is_one_device(alice, subscription):
    client = as_(alice)
    client.post("/devices", subscription)
    client.post("/devices", subscription)
    client.post("/devices", subscription | {"endpoint": "https://push.example.org/send/renewed"})
    assert [device.endpoint for device in Device.objects.all()] == ["https://push.example.org/send/renewed"]


def test_a_device_that_somebody_else_used_is_theirs_no_more(alice, bob, subscription):
    as_(alice).post("/devices", subscription)
    as_(bob).post("/devices", subscription)
    assert [device.log_in.person for device in Device.objects.all()] == [bob]


def test_nobody_removes_or_tries_anothers_device(alice, bob, subscription):
    as_(alice).post("/devices", subscription)
    device = Device.objects.get()
    assert as_(bob).post(f"/devices/{device.pk}/removal").status_code == 404
    assert as_(bob).post(f"/devices/{device.pk}/trial").status_code == 404
    assert Device.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "http://push.example.org/send"},
        {"endpoint": "javascript:alert(1)"},
        {"endpoint": "https://[::1/send"},
        {"key": "AAAA"},
        {"key": "é"},
        {"secret": "AAAA"},
    ],
)
def test_what_cannot_be_pushed_to_is_refused_in_words(alice, subscription, wrong):
    answer = as_(alice).post("/devices", subscription | wrong)
    assert answer.status_code == 422
    assert "Niet aangezet" in answer.content.decode()
    assert not Device.objects.exists()


def test_the_worker_shows_what_is_pushed(client, db):
    assert "live/pushed.js" in client.get("/sw.js").content.decode()

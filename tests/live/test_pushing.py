"""What needs somebody reaches their devices, sealed; what goes wrong there is mended or tried again."""

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured

from knoop.community.messages.models import Conversation
from knoop.community.posts.models import Post
from knoop.events.models import Event
from knoop.jobs.models import Job
from knoop.live import keys, pushing
from knoop.live.models import Device
from knoop.live.pushing import NotPushed
from knoop.live.tasks import push_message, push_notice
from knoop.notify.models import Choice, Mute, Notice
from knoop.people.sessions import LogIn
from tests.live.pushing import Service, push_service
from tests.making import as_


@pytest.fixture
def service(settings, tmp_path) -> Iterator[Service]:
    settings.DATA = tmp_path
    with push_service(keys.public_key()) as running:
        settings.PUSH_ALSO_TO = (("127.0.0.1", running.port),)
        yield running


@pytest.fixture
def phone(bob, service) -> Device:
    """Bob's."""
    client = as_(bob)
    assert client.post("/devices", service.subscription).status_code == 302
    return Device.objects.get()


def test_who_is_mentioned_is_told_on_their_device(alice, phone, service, *, open_space, happening):
    with happening():
        Post.objects.write(alice, open_space, "Ask @bob about the secret plan")
    [arrived] = service.arrived
    notice = Notice.objects.get(person__handle="bob")
    assert arrived.said == {
        "title": "Alice de Wit noemde je",
        "url": f"/notices/{notice.pk}",
        "tag": notice.line,
        "lang": "nl",
    }
    phone.refresh_from_db()
    assert phone.pushed_at


def test_what_goes_over_the_line_says_nothing_to_who_carries_it(
    alice, phone, service, *, open_space, happening
):
    with happening():
        Post.objects.write(alice, open_space, "Ask @bob")
    assert b"Alice" not in service.sealed[0]
    headers = service.arrived[0].headers
    assert headers["Content-Encoding"] == "aes128gcm"
    assert int(headers["TTL"]) > 0
    assert "Alice" not in str(headers)


def test_it_is_signed_for_that_service_for_less_than_a_day(alice, phone, service, *, open_space, happening):
    with happening():
        Post.objects.write(alice, open_space, "Ask @bob")
    claims = service.arrived[0].claims
    assert time.time() < claims["exp"] < time.time() + 24 * 3600
    assert claims["sub"].startswith("mailto:")


def test_a_device_speaks_the_language_of_whose_it_is(alice, bob, phone, service, *, open_space, happening):
    bob.language = "en"
    bob.save()
    with happening():
        Post.objects.write(alice, open_space, "Ask @bob")
    assert service.arrived[0].said["title"] == "Alice de Wit mentioned you"


def test_several_in_one_thread_are_one_line_with_one_tag(alice, carol, phone, service, *, post, happening):
    with happening():
        post.answer(alice, "Ask @bob")
    with happening():
        post.answer(carol, "Yes, @bob knows")
    first, second = service.arrived
    assert first.said["tag"] == second.said["tag"]
    assert first.headers["Topic"] == second.headers["Topic"]
    assert second.said["title"] == "Carol Bos en Alice de Wit noemden je"


def test_what_is_good_to_know_is_not_pushed(alice, phone, service, *, open_space, happening):
    with happening():
        Post.objects.write(alice, open_space, "The bridge opens")
    assert Notice.objects.filter(person__handle="bob").exists()
    assert service.arrived == []


def test_who_muted_a_colleague_is_not_called_for_them(alice, bob, phone, service, *, open_space, happening):
    Mute.objects.mute(bob, "person", alice.pk, None)
    with happening():
        Post.objects.write(alice, open_space, "Ask @bob")
    assert service.arrived == []


def test_who_wants_no_notice_of_mentions_gets_no_push_of_them(
    alice, bob, phone, service, *, open_space, happening
):
    Choice.objects.choose(bob, {"mention": "not"})
    with happening():
        Post.objects.write(alice, open_space, "Ask @bob")
    assert service.arrived == []


def test_a_message_is_told_without_its_words(alice, bob, phone, service, happening):
    with happening():
        message = Conversation.objects.between(alice, [bob]).say(alice, "The secret plan")
    [arrived] = service.arrived
    assert arrived.said["title"] == "Alice de Wit stuurde je een bericht"
    assert arrived.said["url"] == message.get_absolute_url()
    assert "secret" not in str(arrived.said)


def test_who_muted_a_conversation_or_left_it_or_read_it_is_not_called_for_it(
    alice, bob, phone, service, happening
):
    conversation = Conversation.objects.between(alice, [bob])
    mine = conversation.participations.get(person=bob)
    mine.mute(True)
    with happening():
        message = conversation.say(alice, "One")
    mine.mute(False)
    mine.read(message.sent_at)
    push_message.func(phone.pk, message.pk)
    assert service.arrived == []


@pytest.fixture
def waiting(alice, phone, open_space, settings, service) -> Notice:
    """A notice of Bob's that wasn't pushed yet."""
    settings.TASKS = {"default": settings.TASKS["default"] | {"BACKEND": "knoop.jobs.backends.Table"}}
    post = Post.objects.write(alice, open_space, "Ask @bob")
    from knoop.notify.listeners import of_a_post

    of_a_post(Event.objects.get(verb="post.written", about_id=post.pk))
    return Notice.objects.get(person__handle="bob")


def test_what_was_muted_or_read_meanwhile_is_not_pushed(bob, phone, waiting, service):
    Mute.objects.mute(bob, "person", waiting.actor_id, 1)
    push_notice.func(phone.pk, waiting.pk)
    Mute.objects.all().delete()
    Notice.objects.filter(pk=waiting.pk).read()
    push_notice.func(phone.pk, waiting.pk)
    assert service.arrived == []


def test_a_colleague_who_was_muted_is_not_named_among_others(
    alice, bob, carol, phone, service, *, post, happening
):
    with happening():
        post.answer(carol, "Ask @bob")
    Mute.objects.mute(bob, "person", carol.pk, None)
    with happening():
        post.answer(alice, "Yes, @bob knows")
    assert service.arrived[-1].said["title"] == "Alice de Wit noemde je"


def test_what_somebody_may_not_see_any_more_is_not_pushed(phone, waiting, service):
    Post.objects.get(pk=waiting.thing_id).withdraw(waiting.actor)
    push_notice.func(phone.pk, waiting.pk)
    assert service.arrived == []


def test_one_job_for_each_device_however_often_the_listener_is_told(phone, waiting):
    from knoop.notify.listeners import of_a_post

    of_a_post(waiting.event)
    jobs = Job.objects.filter(task="knoop.live.tasks.push_notice")
    assert list(jobs.values_list("args", flat=True)) == [[phone.pk, waiting.pk]]


@pytest.mark.parametrize("status", [404, 410])
def test_a_device_that_is_gone_is_forgotten(phone, waiting, service, status):
    service.answers = status
    push_notice.func(phone.pk, waiting.pk)
    assert not Device.objects.exists()


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_a_service_does_not_take_now_is_tried_again(phone, waiting, service, status):
    service.answers = status
    with pytest.raises(NotPushed, match=str(status)):
        push_notice.func(phone.pk, waiting.pk)
    assert Device.objects.exists()
    service.answers = 201
    push_notice.func(phone.pk, waiting.pk)
    assert len(service.arrived) == 1


def test_a_service_that_cannot_be_reached_is_tried_again(phone, waiting, service, settings):
    settings.PUSH_ALSO_TO = (("127.0.0.1", 1),)
    Device.objects.update(endpoint="http://127.0.0.1:1/push")
    with pytest.raises(NotPushed):
        push_notice.func(phone.pk, waiting.pk)
    assert Device.objects.exists()


@pytest.mark.parametrize("inside", ["https://127.0.0.1/push", "https://10.0.0.7/push", "http://[::1]/push"])
def test_an_address_inside_is_not_gone_to(phone, waiting, service, inside):
    Device.objects.update(endpoint=inside)
    push_notice.func(phone.pk, waiting.pk)
    assert not Device.objects.exists()


def test_where_somebody_logged_out_nothing_arrives(bob, alice, service, *, open_space, happening):
    client = as_(bob)
    client.post("/devices", service.subscription)
    client.post("/logout")
    with happening():
        Post.objects.write(alice, open_space, "Ask @bob")
    assert not Device.objects.exists()
    assert service.arrived == []


def test_where_a_log_in_has_run_out_nothing_arrives(
    alice, phone, service, settings, *, open_space, happening
):
    long_ago = phone.at - timedelta(seconds=settings.SESSION_COOKIE_AGE + 60)
    LogIn.objects.update(seen_at=long_ago)
    with happening():
        Post.objects.write(alice, open_space, "Ask @bob")
    assert service.arrived == []


def test_the_key_is_made_once_and_for_its_owner_alone(settings, tmp_path):
    settings.DATA = tmp_path
    first = keys.public_key()
    keys._read.cache_clear()
    assert keys.public_key() == first
    assert (tmp_path / keys.NAME).stat().st_mode & 0o777 == 0o600


def test_a_key_of_ones_own_is_used(settings, tmp_path):
    settings.DATA = tmp_path
    settings.VAPID_KEY = "KBZjbLeEPBpRWhCjIDaTeYWHfmKpTyVoZRdGMfrhtRo"
    keys.public_key()
    assert not (tmp_path / keys.NAME).exists()


def test_where_no_key_can_be_kept_it_says_so(settings, tmp_path):
    settings.DATA = tmp_path / "nowhere"
    with pytest.raises(ImproperlyConfigured, match="can't be made or read"):
        keys.public_key()


def test_what_is_no_key_says_which_setting_to_mend(settings):
    settings.VAPID_KEY = "not a key"
    with pytest.raises(ImproperlyConfigured, match="KNOOP_VAPID_KEY"):
        pushing.authorisation("https://push.example/1", 1)

"""The digest: what is unread, once, by list and space, when somebody wants it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knoop.base import clock
from knoop.community.posts.models import Post
from knoop.notify import digests, wording
from knoop.notify.models import Kept, Letter, MailChoice, Mute, Notice
from tests import making

BOB = "bob@example.org"


@pytest.fixture
def morning(pass_time, mail_turn):
    """The next morning comes, and the digests with it."""

    def come(days: int = 1) -> None:
        pass_time(timedelta(days=days))
        mail_turn()

    return come


def text_of(mail) -> str:
    return mail.get_body(("plain",)).get_content().replace("\r\n", "\n")


def test_a_digest_tells_what_is_unread_by_list_and_space(
    alice, bob, open_space, *, closed_space, heard, chosen, post_office, morning
):
    bob.language = "en"
    chosen(bob, needs="digest", good="digest")
    with heard():
        Post.objects.write(alice, open_space, "Ask @bob about the bridge")
        Post.objects.write(alice, open_space, "The bridge opens")
        Post.objects.write(alice, closed_space, "Only for us")
    assert post_office.mails == []
    morning()
    [sent] = post_office.to(BOB)
    assert sent["Subject"] == "1 thing needs you"
    places = [text_of(sent).index(words) for words in ("Needs you", "about the bridge", "Good to know")]
    assert places == sorted(places)
    assert (
        text_of(sent).index("Quiet room")
        < text_of(sent).index("Only for us")
        < text_of(sent).index("Town hall")
    )
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_only_what_somebody_chose_to_have_in_it_is_in_it(
    alice, bob, open_space, *, heard, chosen, post_office, morning
):
    chosen(bob, needs="digest")
    with heard():
        Post.objects.write(alice, open_space, "Ask @bob about the bridge")
        Post.objects.write(alice, open_space, "The bridge opens")
    morning()
    [sent] = post_office.to(BOB)
    assert "about the bridge" in text_of(sent)
    assert "The bridge opens" not in text_of(sent)


def test_what_was_read_here_is_not_in_it(alice, bob, open_space, *, heard, chosen, post_office, morning):
    chosen(bob, good="digest")
    with heard():
        Post.objects.write(alice, open_space, "The bridge opens")
    Notice.objects.filter(person=bob).read()
    morning()
    assert post_office.mails == []
    assert Letter.objects.get().state == "dropped"


def test_nothing_is_in_two_digests(alice, bob, open_space, *, heard, chosen, post_office, morning):
    chosen(bob, good="digest")
    with heard():
        Post.objects.write(alice, open_space, "The bridge opens")
    morning()
    morning()
    with heard():
        Post.objects.write(alice, open_space, "And it closed again")
    morning()
    first, second = post_office.to(BOB)
    assert "The bridge opens" in text_of(first)
    assert "And it closed again" in text_of(second)
    assert "The bridge opens" not in text_of(second)


def test_what_was_mailed_at_once_is_in_no_digest(
    alice, bob, open_space, *, heard, chosen, post_office, morning
):
    chosen(bob, good="now")
    with heard():
        Post.objects.write(alice, open_space, "The bridge opens")
    chosen(bob, good="digest", since=clock.now() - timedelta(days=1))
    MailChoice.objects.update(since=clock.now() - timedelta(days=1))
    morning()
    assert len(post_office.to(BOB)) == 1


def test_stopping_one_list_drops_nothing_that_waits_of_the_other(
    alice, bob, open_space, *, heard, chosen, post_office, morning
):
    choice = chosen(bob, needs="digest", good="now")
    with heard():
        Post.objects.write(alice, open_space, "Ask @bob about the bridge")
    choice.stop(["good"])
    morning()
    [sent] = post_office.to(BOB)
    assert "about the bridge" in text_of(sent)


def test_a_digest_that_could_not_be_written_loses_nothing_that_it_would_tell(
    alice, bob, open_space, *, heard, chosen, post_office, morning, monkeypatch
):
    chosen(bob, good="digest")
    with heard():
        Post.objects.write(alice, open_space, "The bridge opens")
    with monkeypatch.context() as broken:
        broken.delitem(wording.SAID, "posted")
        morning()
    assert Letter.objects.get().state == "failed"
    morning()
    assert "The bridge opens" in text_of(post_office.to(BOB)[0])


def test_what_was_told_before_somebody_chose_a_digest_is_not_in_it(
    alice, bob, open_space, *, heard, chosen, post_office, morning
):
    with heard():
        Post.objects.write(alice, open_space, "The bridge opens")
    chosen(bob, good="digest")
    morning()
    assert post_office.mails == []


@pytest.mark.parametrize("way", ["withdrawn", "left", "muted"])
def test_what_need_not_be_told_any_more_is_not_in_it(
    way, alice, bob, closed_space, *, heard, chosen, post_office, morning
):
    chosen(bob, good="digest")
    with heard():
        post = Post.objects.write(alice, closed_space, "The bridge opens")
    match way:
        case "withdrawn":
            post.withdraw(alice)
        case "left":
            closed_space.memberships.filter(person=bob).delete()
        case "muted":
            Mute.objects.mute(bob, "space", closed_space.pk, 7)
    morning()
    assert post_office.mails == []


def test_a_mention_in_what_is_muted_is_in_it(alice, bob, open_space, *, heard, chosen, post_office, morning):
    chosen(bob, needs="digest")
    Mute.objects.mute(bob, "space", open_space.pk, 7)
    with heard():
        Post.objects.write(alice, open_space, "Ask @bob")
    morning()
    assert len(post_office.to(BOB)) == 1


def test_a_weekly_digest_comes_once_a_week(alice, bob, open_space, *, heard, chosen, post_office, morning):
    choice = chosen(bob, good="digest", often="weekly")
    assert clock.now() < choice.digest_at <= clock.now() + timedelta(days=7)
    for _day in range(14):
        with heard():
            Post.objects.write(alice, open_space, "The bridge opens")
        morning()
    assert len(post_office.to(BOB)) == 2


def test_a_digest_whose_hour_is_quiet_comes_when_that_ends(bob, chosen):
    bob.time_zone = "Europe/Amsterdam"
    choice = chosen(bob, good="digest", hour=6, quiet_from=20, quiet_until=9)
    from zoneinfo import ZoneInfo

    assert choice.digest_at.astimezone(ZoneInfo("Europe/Amsterdam")).hour == 9


def test_two_workers_hand_out_one_digest(bob, chosen, settings, pass_time):
    settings.MAILS = True
    chosen(bob, good="digest")
    pass_time(timedelta(days=1))
    [stale] = MailChoice.objects.due()
    assert digests.hand_out() == 1
    assert not MailChoice.objects.filter(pk=stale.pk, digest_at=stale.digest_at).exists()
    assert digests.hand_out() == 0
    assert Letter.objects.count() == 1


def test_after_a_week_without_a_worker_there_is_one_digest(
    alice, bob, open_space, *, heard, chosen, post_office, morning, mail_turn
):
    chosen(bob, good="digest")
    with heard():
        Post.objects.write(alice, open_space, "The bridge opens")
    morning(days=7)
    mail_turn()
    assert len(post_office.to(BOB)) == 1


def test_what_a_server_did_not_take_is_in_the_digest_that_is_tried_again(
    alice, bob, open_space, *, heard, chosen, post_office, morning, pass_time, mail_turn
):
    chosen(bob, good="digest")
    with heard():
        Post.objects.write(alice, open_space, "The bridge opens")
    post_office.refused[BOB] = "451 4.3.0 Not now"
    morning()
    post_office.refused.clear()
    pass_time(timedelta(minutes=1))
    mail_turn()
    assert "The bridge opens" in text_of(post_office.to(BOB)[0])


def test_once_a_week_it_says_what_could_be_quieter(
    alice, bob, open_space, *, heard, chosen, post_office, morning
):
    bob.language = "en"
    chosen(bob, good="digest", often="weekly")
    with heard():
        for number in range(12):
            Post.objects.write(alice, open_space, f"News {number}")
    morning(days=7)
    [sent] = post_office.to(BOB)
    assert "Town hall told you 12 things in four weeks; you opened 0 of them." in text_of(sent)
    assert "/notices/#quiet-town-hall" in text_of(sent)


def test_a_daily_digest_says_so_on_one_day_of_the_week(bob, chosen, monkeypatch):
    choice = chosen(bob, good="digest", quiet_days="056")
    from datetime import UTC, datetime

    days = []
    for day in range(23, 30):  # a Monday, and the rest of its week
        monkeypatch.setattr(clock, "now", lambda day=day: datetime(2026, 11, day, 9, tzinfo=UTC))
        days.append(digests._is_first_of_week(choice))
    assert days == [False, True, False, False, False, False, False]


def test_a_digest_of_thirty_lines_costs_no_more_than_one_of_two(
    alice, bob, open_space, *, heard, chosen, settings, pass_time
):
    settings.MAILS = True
    chosen(bob, needs="digest", good="digest")
    Kept.objects.create(person=bob, space=open_space)

    def cost() -> int:
        pass_time(timedelta(days=1))
        assert digests.hand_out() == 1
        letter = Letter.objects.for_sending().get(state="waiting")
        letter.hand()
        with CaptureQueriesContext(connection) as queries:
            assert digests.compose(letter.person.mail_choice, letter)
        return len(queries)

    with heard():
        Post.objects.write(alice, open_space, "Hello @bob").answer(bob, "So").react(alice, "👍")
        Post.objects.write(alice, open_space, "Hello").answer(alice, "@bob")
    few = cost()
    Letter.objects.all().delete()
    with heard():
        for number in range(15):
            writer = making.person(f"w{number}")
            Post.objects.write(writer, open_space, f"Ask @bob {number}").answer(bob, "So").react(alice, "👍")
    assert cost() <= few

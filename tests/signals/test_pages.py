"""What the pages of signals show, to whom, and what they let them do."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from knoop.community.posts.models import Post
from knoop.community.signals.models import Route, Signal
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from tests import making
from tests.signals.making import brought_to, in_days, leads, signal

As = Callable[[Person | None], Client]
GIVEN = {"kind": "concern", "title": "The gate is locked", "text": "We wait outside each morning."}
WAYS = ["/signals/", "/signals/list", "/signals/topics", "/signals/file.csv"]


@pytest.fixture
def raised(alice: Person, bob: Person) -> Signal:
    return signal(alice, bob, topics=" gate ")


@pytest.fixture
def closed(alice: Person, bob: Person, closed_space: Space) -> Signal:
    return signal(alice, bob, title="Only for us", space=closed_space)


@pytest.fixture
def readers(raised: Signal, closed: Signal, bob: Person, carol: Person, guest: Person) -> tuple[Person, ...]:
    """Who sees both signals, one of them, and none."""
    return bob, carol, guest


@pytest.mark.parametrize("way", WAYS)
def test_a_signal_is_found_by_who_may_see_it_and_by_nobody_else(
    readers: tuple[Person, ...], as_: As, way: str
) -> None:
    for person, sees in zip(readers, ((True, True), (True, False), (False, False)), strict=True):
        body = as_(person).get(way).content.decode()
        words = ("gate", "Only for us") if way != "/signals/topics" else ("gate", "no topic")
        assert tuple(word in body for word in words) == sees


def test_a_signal_in_a_closed_space_is_missing_for_an_outsider(
    closed: Signal, bob: Person, carol: Person, as_: As
) -> None:
    assert as_(carol).get(closed.get_absolute_url()).status_code == 404
    assert as_(bob).get(closed.get_absolute_url()).status_code == 200


def test_whoever_answers_sees_it_where_they_are_no_member(closed: Signal, carol: Person, as_: As) -> None:
    closed.hand_over(carol, closed.owner)
    assert as_(carol).get(closed.get_absolute_url()).status_code == 200


def test_before_sending_it_says_who_answers_and_then_it_goes_there(
    alice: Person, bob: Person, as_: As
) -> None:
    Route.objects.add(kind="concern", owner=bob)
    page = as_(alice).get("/signals/new?kind=concern").content.decode()
    assert "<strong>Bob Smit</strong> will answer" in page
    assert as_(alice).post("/signals/new", GIVEN | {"goes_to": bob.pk}).status_code == 302
    assert Signal.objects.get().owner == bob


def test_nothing_is_sent_to_another_than_the_page_said(
    alice: Person, bob: Person, carol: Person, as_: As
) -> None:
    Route.objects.add(kind="concern", owner=bob)
    answer = as_(alice).post("/signals/new", GIVEN | {"goes_to": carol.pk})
    assert answer.status_code == 422
    assert "somebody else will answer" in answer.content.decode()
    assert not Signal.objects.exists()


def test_looking_who_will_answer_sends_nothing_and_keeps_what_was_typed(
    alice: Person, bob: Person, as_: As
) -> None:
    Route.objects.add(topic="gate", owner=bob)
    page = as_(alice).post(
        "/signals/new", {"kind": "idea", "title": "A new gate", "topics": "#Gate", "look": "1"}
    )
    assert "Bob Smit" in page.content.decode()
    assert 'value="A new gate"' in page.content.decode()
    assert not Signal.objects.exists()


def test_a_guest_raises_only_in_their_spaces(guest: Person, bob: Person, open_space: Space, as_: As) -> None:
    own = guest.spaces.get()
    assert as_(guest).post("/signals/new", GIVEN).status_code == 422
    assert as_(guest).post("/signals/new", GIVEN | {"space": open_space.slug}).status_code == 422
    assert as_(guest).post("/signals/new", GIVEN | {"space": own.slug}).status_code == 302


STEPS = {
    "acknowledgement": ("raised", {}),
    "inquiry": ("acknowledged", {}),
    "decision": ("looking", {"decision": "no", "words": "It would let anybody in."}),
    "change": ("yes", {"words": "It opens at seven."}),
    "telling": ("changed", {"words": "It opens at seven."}),
    "handover": ("raised", {"to": "@lea"}),
    "promise": ("raised", {"on": "2999-01-05", "words": "The locksmith is ill."}),
    "move": ("raised", {"kind": "idea"}),
    "links": ("changed", {"address": "/events/1"}),
}


@pytest.mark.parametrize("noun", STEPS)
def test_whoever_answers_takes_a_step_that_a_colleague_may_not(
    raised: Signal, post: Post, leader: Person, as_: As, noun: str
) -> None:
    state, given = STEPS[noun]
    if noun == "links":
        given = {"address": post.get_absolute_url()}
    brought_to(state, raised, raised.owner)
    path = f"{raised.get_absolute_url()}/{noun}"
    assert as_(leader).post(path, given).status_code == 403
    assert as_(raised.owner).post(path, given).status_code == 302
    raised.refresh_from_db()
    assert as_(raised.owner).get(raised.get_absolute_url()).status_code == 200


def test_the_owners_lead_may_answer_too(raised: Signal, carol: Person, as_: As) -> None:
    path = f"{raised.get_absolute_url()}/acknowledgement"
    assert as_(carol).post(path).status_code == 403
    leads(carol, raised.owner)
    assert as_(carol).post(path).status_code == 302


def test_a_refused_step_keeps_what_was_typed(raised: Signal, bob: Person, as_: As) -> None:
    raised.acknowledge(bob)
    answer = as_(bob).post(f"{raised.get_absolute_url()}/decision", {"decision": "yes", "words": "Gladly."})
    assert answer.status_code == 422
    assert "Gladly." in answer.content.decode()
    assert "Name a day" in answer.content.decode()


def test_a_step_that_was_taken_already_shows_how_it_is_now(raised: Signal, bob: Person, as_: As) -> None:
    raised.acknowledge(bob)
    answer = as_(bob).post(f"{raised.get_absolute_url()}/acknowledgement")
    assert answer.status_code == 409
    assert "meanwhile" in answer.content.decode()


def test_who_raised_it_opens_it_again_and_another_may_not(
    raised: Signal, alice: Person, bob: Person, as_: As
) -> None:
    brought_to("told", raised, bob)
    path = f"{raised.get_absolute_url()}/reopening"
    assert as_(bob).post(path, {"words": "No."}).status_code == 403
    assert as_(alice).post(path, {"words": "It is locked again."}).status_code == 302


def test_who_supports_it_says_once_whether_it_helped(
    raised: Signal, bob: Person, carol: Person, as_: As
) -> None:
    raised.support(carol)
    brought_to("told", raised, bob)
    path = f"{raised.get_absolute_url()}/help"
    assert as_(bob).post(path, {"is_helped": "yes"}).status_code == 403
    assert as_(carol).post(path, {"is_helped": "yes", "words": "I'm in by seven."}).status_code == 302
    as_(carol).post(path, {"is_helped": "no"})
    assert [said.is_helped for said in raised.helps.all()] == [True]
    assert "I&#x27;m in by seven." in as_(bob).get(raised.get_absolute_url()).content.decode()


def test_nobody_supports_what_they_raised_themselves(
    raised: Signal, alice: Person, carol: Person, as_: As
) -> None:
    path = f"{raised.get_absolute_url()}/support"
    assert as_(alice).post(path).status_code == 403
    assert as_(carol).post(path).status_code == 302
    assert as_(carol).post(f"{path}/end").status_code == 302
    assert not raised.supports.exists()


def test_the_page_of_a_merged_signal_leads_to_where_it_is_answered(
    raised: Signal, bob: Person, carol: Person, as_: As
) -> None:
    other = signal(carol, bob, title="Locked out")
    as_(bob).post(f"{other.get_absolute_url()}/merger", {"other": f"#{raised.pk}"})
    answer = as_(carol).get(other.get_absolute_url())
    assert answer.headers["Location"] == f"{raised.get_absolute_url()}?from={other.pk}"
    assert as_(carol).get(f"{other.get_absolute_url()}?alone").status_code == 200
    assert as_(bob).post(f"{other.get_absolute_url()}/split").status_code == 302
    assert as_(carol).get(other.get_absolute_url()).status_code == 200


def test_what_it_was_merged_into_shows_only_to_who_sees_that(
    raised: Signal, closed: Signal, bob: Person, carol: Person, as_: As
) -> None:
    raised.merge_into(closed, bob)
    page = f"{raised.get_absolute_url()}?alone"
    assert "Only for us" in as_(bob).get(page).content.decode()
    assert "Only for us" not in as_(carol).get(page).content.decode()


def test_a_link_shows_its_title_only_to_who_sees_what_it_leads_to(
    raised: Signal, bob: Person, carol: Person, closed_space: Space, as_: As
) -> None:
    meeting = making.meeting(closed_space, bob, title="Secret keys")
    as_(bob).post(f"{raised.get_absolute_url()}/links", {"address": meeting.get_absolute_url()})
    assert "Secret keys" in as_(bob).get(raised.get_absolute_url()).content.decode()
    assert "Secret keys" not in as_(carol).get(raised.get_absolute_url()).content.decode()


@pytest.mark.parametrize("address", ["https://example.org/", "/events/99", "/people/", "nonsense"])
def test_a_link_leads_to_something_that_is_here(raised: Signal, bob: Person, as_: As, address: str) -> None:
    answer = as_(bob).post(f"{raised.get_absolute_url()}/links", {"address": address})
    assert answer.status_code == 422


def test_a_spreadsheet_reckons_with_nothing_that_people_wrote(alice: Person, bob: Person, as_: As) -> None:
    signal(alice, bob, title="=1+1")
    assert ",'=1+1," in as_(alice).get("/signals/file.csv").content.decode()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("kind=idea", {"Idea"}),
        ("topic=water", {"Idea"}),
        ("owner=bob", {"Idea", "Concern"}),
        ("only=mine", {"Concern"}),
        ("only=answer", set()),
        ("unit=roads", {"Concern"}),
        ("kind=nonsense", {"Idea", "Concern"}),
    ],
)
def test_one_looks_at_a_part(alice: Person, bob: Person, as_: As, asked: str, found: set[str]) -> None:
    signal(alice, bob, title="Concern", unit=alice.unit)
    signal(making.person("dora"), bob, title="Idea", kind="idea", topics=" water ")
    for way in ("/signals/", "/signals/list"):
        page = as_(alice).get(f"{way}?{asked}").content.decode()
        assert {title for title in ("Idea", "Concern") if f">{title}</a>" in page} == found


def test_overdue_signals_are_marked_for_all_who_see_them(raised: Signal, carol: Person, as_: As) -> None:
    assert 'class="late"' not in as_(carol).get(raised.get_absolute_url()).content.decode()
    Signal.objects.filter(pk=raised.pk).update(promised_on=in_days(-1))
    for way in (raised.get_absolute_url(), "/signals/", "/signals/list?only=overdue"):
        assert 'class="late"' in as_(carol).get(way).content.decode()


def cost(browser: Client, way: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(way).status_code == 200
    return len(queries)


@pytest.mark.parametrize("way", ["/signals/", "/signals/list", "/signals/topics", "/signals/figures", "/"])
def test_ten_signals_cost_as_many_queries_as_one(alice: Person, bob: Person, as_: As, way: str) -> None:
    browser = as_(bob)
    signal(alice, bob, unit=alice.unit)
    signal(bob, alice)
    cost(browser, way)
    one = cost(browser, way)
    for number in range(9):
        made = signal(alice, bob, title=f"Gate {number}", unit=alice.unit, topics=f" gate{number} ")
        brought_to(["raised", "acknowledged", "yes"][number % 3], made, bob)
        signal(bob, alice)
    assert cost(browser, way) == one


def test_ten_steps_and_supporters_cost_as_many_queries_as_one(raised: Signal, bob: Person, as_: As) -> None:
    browser, way = as_(bob), raised.get_absolute_url()
    raised.support(making.person("first"))
    raised.remark(bob, "I know.")
    raised.promise(bob, in_days(30), "Later.")
    cost(browser, way)
    one = cost(browser, way)
    for number, person in enumerate(making.people(10)):
        raised.support(person)
        raised.remark(person, "Me too.")
        raised.promise(bob, in_days(31 + number), "Later still.")
    assert cost(browser, way) == one


def test_the_rules_are_for_community_managers_and_administrators(
    community_manager: Person, administrator: Person, alice: Person, as_: As
) -> None:
    assert as_(alice).get("/signals/rules").status_code == 403
    assert as_(alice).post("/signals/rules/new", {"kind": "idea"}).status_code == 403
    for person in (community_manager, administrator):
        assert as_(person).get("/signals/rules").status_code == 200
        assert as_(person).post("/signals/rules/new", {"kind": "idea", "owner": "alice"}).status_code == 302
    assert [rule.owner for rule in Route.objects.all()] == [alice, alice]


def test_rules_are_changed_moved_and_taken_away(community_manager: Person, alice: Person, as_: As) -> None:
    first, second = Route.objects.add(kind="idea", owner=alice), Route.objects.add()
    browser = as_(community_manager)
    assert browser.get(f"/signals/rules/{first.pk}").status_code == 200
    assert browser.post(f"/signals/rules/{first.pk}", {"topic": "#Water"}).status_code == 302
    first.refresh_from_db()
    assert (first.kind, first.topic, first.owner) == ("", "water", None)
    browser.post(f"/signals/rules/{second.pk}/place", {"to": "up"})
    assert list(Route.objects.all()) == [second, first]
    browser.post(f"/signals/rules/{second.pk}/removal")
    assert list(Route.objects.all()) == [first]


def test_a_try_says_where_a_signal_would_go_and_why(
    community_manager: Person, alice: Person, bob: Person, as_: As
) -> None:
    Route.objects.add(kind="idea", owner=alice)
    Route.objects.add(owner=bob)
    page = as_(community_manager).get("/signals/rules?kind=concern&raiser=alice").content.decode()
    assert "would go to <strong>Bob Smit</strong> because of rule 2" in page


def test_terms_and_free_days_hold_for_new_signals(
    community_manager: Person, alice: Person, bob: Person, as_: As
) -> None:
    browser = as_(community_manager)
    days = {"acknowledge": 1, "concern": 1, "suggestion": 10, "idea": 15, "tell": 3}
    before = signal(alice, bob).promised_on
    assert browser.post("/signals/rules/terms", days).status_code == 302
    sooner = signal(alice, bob).promised_on
    assert sooner < before
    assert browser.post("/signals/rules/free-days", {"day": sooner, "name": "Moving"}).status_code == 302
    assert sooner < signal(alice, bob).promised_on
    assert browser.post("/signals/rules/free-days", {"day": sooner}).status_code == 422


def test_home_shows_what_waits_on_me_and_how_my_own_signals_are(
    raised: Signal, alice: Person, bob: Person, as_: As
) -> None:
    brought_to("told", signal(alice, bob, title="Answered"), bob)
    of_alice, of_bob = (as_(person).get("/").content.decode() for person in (alice, bob))
    assert "A signal to read" in of_bob
    assert ">Answered</a>" not in of_bob
    assert "A signal to read" not in of_alice
    assert ">Answered</a>" in of_alice
    assert "The gate is locked</a>" in of_alice

"""What administrators do with accounts, and that nobody else may."""

from __future__ import annotations

import pytest

from knoop.community.posts.models import Post
from knoop.events.models import Event
from knoop.people.administered import LastAdministrator, LeadsInARing
from knoop.people.erasures import Erasure
from knoop.people.models import Person, ReportingLine, Unit
from tests import making
from tests.making import PASSWORD, as_

pytestmark = pytest.mark.django_db


def verbs() -> list[str]:
    return list(Event.objects.order_by("pk").values_list("verb", flat=True))


def shown(administrator: Person, **asked: str) -> str:
    return as_(administrator).get("/administration/people/", asked).content.decode()


def test_two_thousand_people_cost_as_many_queries_as_two(
    administrator: Person, alice: Person, django_assert_max_num_queries
) -> None:
    client = as_(administrator)
    client.get("/administration/people/")
    making.people(2000, unit=alice.unit)
    for person in Person.objects.filter(handle__startswith="p")[:50]:
        person.appointments.create(role="ambassador", by=administrator)
    with django_assert_max_num_queries(14):
        page = client.get("/administration/people/")
    assert page.content.decode().count('class="account-name"') == 60


def test_the_next_page_goes_on_where_this_one_ended(administrator: Person) -> None:
    making.people(100)
    first = as_(administrator).get("/administration/people/")
    onwards = as_(administrator).get("/administration/people/", {"from": first.context["next"]})
    names = [person.name for page in (first, onwards) for person in page.context["people"]]
    assert names == sorted(names)
    assert len(names) == len(set(names)) == 101


@pytest.mark.parametrize(
    ("state", "who"),
    [
        ("", {"alice", "bob", "gus", "ada", "ivo", "leo"}),
        ("active", {"alice", "bob", "gus", "ada"}),
        ("invited", {"ivo"}),
        ("guest", {"gus"}),
        ("locked", {"leo"}),
        ("departed", {"dirk"}),
        ("leaving", {"bob"}),
    ],
)
@pytest.mark.usefixtures("alice", "guest", "departed")
def test_accounts_are_found_by_their_state(
    state: str, who: set[str], administrator: Person, bob: Person
) -> None:
    invited = making.person("ivo")
    invited.set_unusable_password()
    invited.save()
    locked = making.person("leo", password="x")
    locked.lock_out(administrator)
    Erasure.objects.ask(bob, bob, takes_words=False)
    found = as_(administrator).get("/administration/people/", {"state": state}).context["people"]
    assert {person.handle for person in found} == who


def test_accounts_are_found_by_name_address_role_and_unit(
    administrator: Person, alice: Person, bob: Person, unit: Unit
) -> None:
    bob.appoint("ambassador", administrator)
    for asked, who in (
        ({"name": "ALICE"}, {"alice"}),
        ({"name": "alice@example"}, {"alice"}),
        ({"role": "ambassador"}, {"bob"}),
        ({"unit": unit.slug}, {"alice", "bob"}),
        ({"name": "nobody"}, set()),
        ({"role": "no such role", "state": "?"}, {"ada", "alice", "bob"}),
    ):
        found = as_(administrator).get("/administration/people/", asked).context["people"]
        assert {person.handle for person in found} == who, asked


def test_somebody_is_invited_with_a_link_that_is_shown_once(administrator: Person, client) -> None:
    manager = as_(administrator)
    sent = {"name": "Noor Kok", "email": "Noor@Example.org", "title": "Fitter"}
    address = manager.post("/administration/invitation", sent).headers["Location"]
    noor = Person.objects.get(handle="noor.kok")
    assert (noor.email, noor.has_usable_password(), address) == (
        "noor@example.org",
        False,
        "/administration/people/noor.kok",
    )
    first, again = (manager.get(address) for _time in range(2))
    assert first.context["link"]
    assert not again.context["link"]
    path = first.context["link"].partition("127.0.0.1:8000")[2]
    assert "Noor Kok" in client.get(path, follow=True).content.decode()
    assert "person.invited" in verbs()


def test_an_address_or_username_that_somebody_has_comes_back_with_what_was_typed(
    administrator: Person, alice: Person
) -> None:
    sent = {"name": "Another", "email": "ALICE@example.org", "handle": "alice"}
    refused = as_(administrator).post("/administration/invitation", sent)
    assert refused.status_code == 422
    assert refused.context["form"].errors.keys() == {"email", "handle"}
    assert "Another" in refused.content.decode()


def details(person: Person, **other: str) -> dict[str, str]:
    said = {"name": person.name, "email": person.email or "", "title": person.title, "lead": ""}
    return said | {"unit": str(person.unit_id or "")} | other


def test_details_are_changed_and_the_log_says_so(
    administrator: Person, alice: Person, bob: Person, unit: Unit
) -> None:
    other = Unit.objects.create(name="Water", slug="water")
    sent = details(alice, title="Head", unit=str(other.pk), lead="@bob", is_guest="on")
    assert as_(administrator).post("/administration/people/alice/details", sent).status_code == 302
    alice.refresh_from_db()
    assert (alice.title, alice.unit, alice.is_guest, alice.reporting_line.lead) == ("Head", other, True, bob)
    assert verbs()[-4:] == ["person.reports_to", "person.moved", "person.became_guest", "person.changed"]
    before = verbs()
    as_(administrator).post("/administration/people/alice/details", sent)
    assert verbs() == before  # the same again changes nothing


def test_nobody_leads_who_leads_them(administrator: Person, alice: Person, bob: Person) -> None:
    bob.report_to(alice, administrator)
    with pytest.raises(LeadsInARing):
        alice.report_to(bob, administrator)
    refused = as_(administrator).post("/administration/people/alice/details", details(alice, lead="bob"))
    assert refused.status_code == 422
    assert not ReportingLine.objects.filter(person=alice).exists()
    bob.report_to(None, administrator)
    alice.report_to(bob, administrator)
    assert alice.reporting_line.lead == bob


def test_roles_are_those_that_are_ticked(administrator: Person, alice: Person) -> None:
    alice.appoint("ambassador", administrator)
    sent = {"roles": ["leader", "works_council"]}
    as_(administrator).post("/administration/people/alice/roles", sent)
    assert Person.objects.get(pk=alice.pk).roles == {"leader", "works_council"}
    assert "person.dismissed" in verbs()


@pytest.mark.parametrize("act", ["roles", "details"])
def test_the_last_administrator_stays_one_until_there_is_another(
    act: str, administrator: Person, alice: Person
) -> None:
    client = as_(administrator)
    refused = client.post("/administration/people/ada/roles", {"roles": ["leader"]})
    assert refused.status_code == 422
    assert "enige beheerder" in refused.content.decode()
    assert Person.objects.get(pk=administrator.pk).roles == {"administrator"}
    alice.appoint("administrator", administrator)
    assert client.post("/administration/people/ada/roles", {"roles": ["leader"]}).status_code == 302


def test_an_administrator_who_is_locked_out_does_not_count(administrator: Person, alice: Person) -> None:
    alice.appoint("administrator", administrator)
    alice.lock_out(administrator)
    for act in (administrator.lock_out, administrator.depart):
        with pytest.raises(LastAdministrator):
            act(administrator)
    alice.let_in(administrator)
    administrator.depart(alice)


def test_who_is_locked_out_is_out_at_once_and_let_in_again(
    administrator: Person, alice: Person, client
) -> None:
    inside = as_(alice)
    as_(administrator).post("/administration/people/alice/lock")
    sent = {"username": "alice", "password": PASSWORD}
    assert inside.get("/people/").headers["Location"].startswith("/login")
    assert client.post("/login", sent).status_code == 422
    as_(administrator).post("/administration/people/alice/lock/end")
    assert client.post("/login", sent).status_code == 302
    assert [verb for verb in verbs() if "lock" in verb or "let" in verb] == [
        "person.locked_out",
        "person.let_in",
    ]


def test_an_old_link_lets_nobody_in_who_is_locked_out(administrator: Person, alice: Person, client) -> None:
    path = alice.invite(by=administrator)
    alice.lock_out(administrator)
    assert client.get(path).context["validlink"] is False
    refused = as_(administrator).post("/administration/people/alice/invitation")
    assert refused.status_code == 422
    alice.let_in(administrator)
    assert client.get(path, follow=True).context["validlink"] is True


def test_ending_all_sessions_logs_out_and_locks_nobody(administrator: Person, alice: Person, client) -> None:
    sent = {"username": "alice", "password": PASSWORD}
    client.post("/login", sent)
    as_(administrator).post("/administration/people/alice/log-outs")
    assert client.get("/people/").status_code == 302
    assert client.post("/login", sent).status_code == 302


def test_who_has_left_is_out_and_what_they_wrote_stays(
    administrator: Person, post: Post, alice: Person, bob: Person
) -> None:
    inside = as_(alice)
    as_(administrator).post("/administration/people/alice/departure")
    assert inside.get("/people/").status_code == 302
    assert "Alice de Wit" in as_(bob).get(post.get_absolute_url()).content.decode()
    as_(administrator).post("/administration/people/alice/departure/end")
    assert Person.objects.get(pk=alice.pk).is_active
    assert verbs()[-2:] == ["person.departed", "person.returned"]


def test_administrators_cannot_shut_themselves_out(administrator: Person, alice: Person) -> None:
    alice.appoint("administrator", administrator)
    for act in ("lock", "departure"):
        assert as_(administrator).post(f"/administration/people/ada/{act}").status_code == 422
        assert as_(administrator).post(f"/administration/people/alice/{act}").status_code == 302


def test_erasing_at_once_wants_the_username(
    administrator: Person, alice: Person, django_capture_on_commit_callbacks
) -> None:
    client = as_(administrator)
    sent = {"words": "stay", "username": "bob"}
    assert client.post("/administration/people/alice/erasure", sent).status_code == 422
    with django_capture_on_commit_callbacks(execute=True):
        assert (
            client.post("/administration/people/alice/erasure", sent | {"username": "@Alice"}).status_code
            == 302
        )
    assert Person.objects.get(pk=alice.pk).erased_at
    assert client.get("/administration/people/alice").status_code == 404
    assert "ud-medewerker" not in shown(administrator)


def test_who_has_left_already_can_still_be_erased(
    administrator: Person, departed: Person, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        as_(administrator).post("/administration/people/dirk/erasure", {"words": "stay", "username": "dirk"})
    assert Person.objects.get(pk=departed.pk).erased_at


def test_the_page_of_an_account_tells_nothing_that_was_written(
    administrator: Person, closed_post: Post, alice: Person
) -> None:
    alice.about = "secret hobby"
    alice.save()
    page = as_(administrator).get("/administration/people/alice").content.decode()
    assert "Only for us" not in page
    assert "secret hobby" not in page


def test_only_administrators_are_shown_the_way(administrator: Person, alice: Person) -> None:
    assert "/administration/people/" in as_(administrator).get("/people/").content.decode()
    assert "/administration/people/" not in as_(alice).get("/people/").content.decode()

"""Many people from a list: looked at first, brought in once, gone on with after a stop."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from knoop.events.models import Event
from knoop.people import batches, rows
from knoop.people.batches import Batch
from knoop.people.models import Person, ReportingLine, Unit
from knoop.people.rows import NotAList, State
from knoop.people.tasks import bring_in
from tests import making
from tests.making import as_

pytestmark = pytest.mark.django_db
LIST = (
    "Naam;E-mailadres;Gebruikersnaam;Functie;Afdeling;Leidinggevende;Gast\r\n"
    "Noor Kok;noor@example.org;;Monteur;Roads;piet;\r\n"
    "Piet Bos;piet@example.org;piet;Chef;Water;alice;\r\n"
    "Alice de Wit;alice@example.org;;;;;\r\n"
    "Gé Müller;;ge.m;;;;ja\r\n"
    ";nameless@example.org;;;;;\r\n"
    "Wrong Mail;not an address;;;;;\r\n"
    "Ring Leader;ring@example.org;;;;nobody;\r\n"
    "Twice;noor@example.org;;;;;\r\n"
)


def sent(text: str, encoding: str = "utf-8", name: str = "people.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode(encoding), "text/csv")


def upload(by: Person, text: str, encoding: str = "utf-8"):
    return as_(by).post("/administration/lists/", {"file": sent(text, encoding)})


OPEN_QUOTE = 'name;e-mail\n"Ann;' + "a" * 140_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_list_is_read_as_spreadsheets_write_it(encoding: str, delimiter: str) -> None:
    text = 'name;e-mail\r\n"Gé; Müller";ge@example.org\r\n\r\n'.replace("; ", "~").replace(";", delimiter)
    found = rows.read(text.replace("~", "; ").encode(encoding))
    assert [(row["name"], row["email"], row["number"]) for row in found] == [
        ("Gé; Müller", "ge@example.org", 2)
    ]


@pytest.mark.parametrize("text", ["", "e-mail\nx@example.org", "name;e-mail\n", "\n\n", OPEN_QUOTE])
def test_what_is_no_list_is_refused_with_what_to_do(text: str, administrator: Person) -> None:
    with pytest.raises(NotAList):
        rows.read(text.encode())
    if text:
        refused = upload(administrator, text)
        assert refused.status_code == 422
        assert refused.context["form"].errors["file"]


def test_a_picture_is_no_list(administrator: Person) -> None:
    file = SimpleUploadedFile("a.csv", making.photo(), "text/csv")
    assert as_(administrator).post("/administration/lists/", {"file": file}).status_code == 422


def test_each_row_says_what_it_would_do(administrator: Person, alice: Person) -> None:
    address = upload(administrator, LIST).headers["Location"]
    page = as_(administrator).get(address)
    found = {row.number: (row.state, len(row.wrong)) for row in page.context["rows"]}
    assert found == {
        2: (State.WRONG, 1),  # its address stands there twice
        3: (State.NEW, 0),
        4: (State.HERE, 0),
        5: (State.NEW, 0),
        6: (State.WRONG, 1),
        7: (State.WRONG, 1),
        8: (State.WRONG, 1),
        9: (State.WRONG, 1),
    }
    assert page.context["units"] == ["Water"]
    assert Person.objects.count() == 2  # nobody was let in by looking


def brought(administrator: Person, text: str, capture) -> Batch:
    address = upload(administrator, text).headers["Location"]
    with capture(execute=True):
        as_(administrator).post(f"{address}/begin")
    return Batch.objects.latest("pk")


def test_all_that_can_be_is_brought_in_and_the_list_is_not_kept(
    administrator: Person, alice: Person, django_capture_on_commit_callbacks
) -> None:
    text = LIST.replace("Twice;noor@example.org", "Twice;other@example.org")
    batch = brought(administrator, text, django_capture_on_commit_callbacks)
    noor, piet, ge = (Person.objects.get(handle=handle) for handle in ("noor.kok", "piet", "ge.m"))
    assert (noor.unit, noor.title, noor.email) == (alice.unit, "Monteur", "noor@example.org")
    assert (ge.name, ge.is_guest, ge.has_usable_password()) == ("Gé Müller", True, False)
    assert (noor.reporting_line.lead, piet.reporting_line.lead) == (piet, alice)
    assert piet.unit == Unit.objects.get(name="Water")
    assert (len(batch.people), batch.known, batch.left_out, batch.rows) == (4, 1, 3, [])
    assert Event.objects.filter(verb="person.invited").count() == 4
    assert Event.objects.get(verb="people.brought").facts == {"batch_id": batch.pk, "count": 4}


def test_the_same_list_again_adds_nobody(
    administrator: Person, alice: Person, django_capture_on_commit_callbacks
) -> None:
    brought(administrator, LIST, django_capture_on_commit_callbacks)
    before = Person.objects.count()
    again = brought(administrator, LIST, django_capture_on_commit_callbacks)
    assert (Person.objects.count(), again.people) == (before, [])


def test_a_list_that_was_stopped_goes_on_behind_the_last_row(administrator: Person, monkeypatch) -> None:
    monkeypatch.setattr(batches, "AT_ONCE", 2)
    people = [{"name": "Jan Bos", "email": f"jan{number}@example.org"} for number in range(5)]
    batch = making.batch(administrator, *people)
    batch.begin()
    assert batch._some()
    made = set(Person.objects.values_list("pk", flat=True))
    bring_in.call(batch.pk)
    bring_in.call(batch.pk)
    batch.refresh_from_db()
    assert (len(batch.people), batch.done, batch.state) == (5, 5, "done")
    assert made < set(Person.objects.values_list("pk", flat=True))
    handles = Person.objects.filter(name="Jan Bos").values_list("handle", flat=True)
    assert set(handles) == {"jan.bos", *(f"jan.bos-{number}" for number in range(2, 6))}


def test_a_username_further_on_in_the_list_is_left_to_who_asks_for_it(administrator: Person) -> None:
    batch = making.batch(
        administrator,
        {"name": "Jan Bos", "email": "jan@example.org"},
        {"name": "Other", "handle": "jan.bos"},
    )
    batch.begin()
    batch.bring_in()
    assert Person.objects.get(name="Other").handle == "jan.bos"
    assert Person.objects.get(name="Jan Bos").handle == "jan.bos-2"


def test_an_address_is_known_however_it_was_written(administrator: Person) -> None:
    making.person("noor", email="Noor@Example.org")
    batch = making.batch(administrator, {"name": "Noor", "email": "NOOR@example.org"})
    batch.begin()
    batch.bring_in()
    assert Batch.objects.get().people == []


def test_a_list_that_leads_in_a_ring_leaves_one_line_out(administrator: Person) -> None:
    ring = [{"name": one, "handle": one, "manager": lead} for one, lead in (("a1", "b1"), ("b1", "a1"))]
    batch = making.batch(administrator, *ring)
    batch.begin()
    batch.bring_in()
    assert ReportingLine.objects.count() == 1


def test_a_line_that_somebody_drew_meanwhile_stays(administrator: Person, alice: Person, bob: Person) -> None:
    batch = making.batch(administrator, {"name": "A1", "handle": "a1", "manager": "alice"})
    batch.begin()
    batch._some()
    new = Person.objects.get(handle="a1")
    new.report_to(bob, administrator)
    batch.bring_in()
    assert new.reporting_line.lead == bob


def test_links_are_for_who_has_not_been_in_yet(
    administrator: Person, alice: Person, client, django_capture_on_commit_callbacks
) -> None:
    text = (
        "name;e-mail;username\nNoor;noor@example.org;\n=cmd();x@example.org;\nIn already;in@example.org;inn\n"
    )
    batch = brought(administrator, text, django_capture_on_commit_callbacks)
    Person.objects.filter(handle="inn").update(password="md5$x$y")
    response = as_(administrator).post(f"/administration/lists/{batch.pk}/links")
    told = list(csv.reader(StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in told[1:]] == ["'=cmd()", "Noor"]
    path = told[2][3].partition("127.0.0.1:8000")[2]
    assert client.get(path, follow=True).context["validlink"] is True
    assert "no-store" in response["Cache-Control"]


def test_a_list_nobody_began_with_is_forgotten_after_a_week(administrator: Person, pass_time) -> None:
    from datetime import timedelta

    from knoop.people.tasks import sweep

    making.batch(administrator)
    pass_time(timedelta(days=6))
    sweep.call()
    assert Batch.objects.exists()
    pass_time(timedelta(days=2))
    sweep.call()
    assert not Batch.objects.exists()


def test_who_is_erased_is_in_no_list_that_waits(administrator: Person, alice: Person) -> None:
    batch = making.batch(
        administrator,
        {"name": "Alice de Wit", "email": "Alice@example.org"},
        {"name": "Noor", "handle": "noor", "manager": "alice"},
    )
    batch.forget(alice)
    batch.refresh_from_db()
    assert batch.rows == [{"number": 3, "name": "Noor", "handle": "noor", "manager": ""}]

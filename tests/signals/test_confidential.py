"""Confidential signals: what the sender, whoever answers and the confidant can do, and what nobody can."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import models

from knoop.base import clock
from knoop.community.signals import confiding, sealing
from knoop.community.signals.confidential import Box, ConfidantKey, Envelope, confidants, found_by, send
from knoop.community.signals.models import Letter, Signal
from knoop.notify.models import Notice
from tests import making

PASSPHRASE = "four odd words together"
GIVEN = {"kind": "concern", "title": "The brakes are never tested", "text": "Nobody dares to say so."}


@pytest.fixture(autouse=True)
def _no_wrong_codes(monkeypatch):
    monkeypatch.setattr(confiding, "wrong", confiding.Wrong())


@pytest.fixture(autouse=True)
def _cheap(monkeypatch):
    """What a try costs is for attackers."""
    monkeypatch.setattr(sealing, "COST", sealing.COST | {"n": 2**4})


@pytest.fixture
def confidant(db):
    found = making.person("vera", name="Vera Trouw")
    found.set_password(making.PASSWORD)
    found.save()
    found.appoint("confidant", by=found)
    return found


@pytest.fixture
def keyed(confidant):
    keys = sealing.new_keys(PASSPHRASE)
    ConfidantKey.objects.create(person=confidant, public=keys.public, private=keys.private, salt=keys.salt)
    return confidant


@pytest.fixture
def tomorrow(monkeypatch):
    """Goes to it."""
    moment = clock.now() + timedelta(days=1)
    return lambda: monkeypatch.setattr(clock, "now", lambda: moment)


def sent_by(client, confidant, **more):
    page = client.post(
        "/signals/confidential", GIVEN | {"confidant": confidant.handle, "once": uuid4()} | more
    )
    found = re.search(r"<output>([0-9A-Z-]{29})</output>", page.content.decode())
    return found[1] if found else page


@pytest.fixture
def raised(alice, bob, confidant, as_):
    """A code, the signal of Alice's that it leads to, which Bob answers, and its confidant."""
    code = sent_by(as_(alice), confidant)
    signal = out(code).signal
    signal.hand_over(bob, signal.owner)
    return code, signal, confidant


def out(code):
    Envelope.objects.put_out()
    return found_by(code)


def test_what_is_sent_waits_for_the_morning_without_a_name(alice, bob, confidant, as_):
    code = sent_by(as_(alice), confidant)
    assert not Signal.objects.exists()
    signal = out(code).signal
    assert (signal.raiser, signal.is_confidential, signal.unit) == (None, True, None)
    assert "Raised confidentially" in as_(bob).get(signal.get_absolute_url()).content.decode()


def test_an_envelope_has_no_moment_and_no_person_but_the_confidant():
    kinds = {type(field) for field in Envelope._meta.get_fields()}
    assert not kinds & {models.DateTimeField, models.DateField, models.AutoField, models.BigAutoField}
    people = [field.name for field in Envelope._meta.get_fields() if field.is_relation]
    assert people == ["confidant"]
    assert [
        field.name for field in Box._meta.get_fields() if field.is_relation and not field.auto_created
    ] == [
        "signal",
        "confidant",
    ]


def test_a_code_leads_to_the_signal_from_anywhere_and_a_wrong_one_to_nothing(alice, confidant, as_):
    code = sent_by(as_(alice), confidant)
    stranger = as_(None)
    assert "waits for the morning" in stranger.post("/signals/return", {"code": code}).content.decode()
    out(code)
    typed = code.replace("-", " ").lower()
    page = stranger.post("/signals/return", {"code": typed})
    assert page.status_code == 200
    assert GIVEN["title"] in page.content.decode()
    assert page["Cache-Control"] == "private, no-store"
    assert not stranger.cookies.keys() - {"knoop_csrf"}
    wrong = code[:-1] + ("A" if code[-1] != "A" else "B")
    assert stranger.post("/signals/return", {"code": wrong}).status_code == 422


def test_codes_cannot_be_found_by_trying(confidant, as_):
    stranger = as_(None)
    answers = [stranger.post("/signals/return", {"code": sealing.new_code()}).status_code for _ in range(11)]
    assert answers == [422] * 10 + [429]


def test_sent_twice_it_is_there_once_and_the_code_is_not_shown_again(alice, confidant, as_):
    once = uuid4()
    assert isinstance(sent_by(as_(alice), confidant, once=once), str)
    assert "sent already" in sent_by(as_(alice), confidant, once=once).content.decode()
    assert Envelope.objects.count() == 1


def test_sender_and_whoever_answers_write_to_each_other_and_others_do_not_read_it(
    raised, bob, carol, as_, tomorrow
):
    code, signal, confidant = raised
    as_(bob).post(f"/signals/{signal.pk}/letters", {"words": "Which line is it?"})
    stranger = as_(None)
    assert "Which line is it?" in stranger.post("/signals/return", {"code": code}).content.decode()
    stranger.post("/signals/return", {"code": code, "act": "write", "words": "Line four."})
    page = f"/signals/{signal.pk}"
    assert "Line four." not in as_(bob).get(page).content.decode()  # today's hour would say something
    tomorrow()
    for person, reads in ((bob, True), (confidant, True), (carol, False)):
        body = as_(person).get(page).content.decode()
        assert ("Line four." in body, "Which line is it?" in body) == (reads, reads)
    assert as_(carol).post(f"{page}/letters", {"words": "Who are you?"}).status_code == 403
    assert Letter.objects.filter(by=None).get().text == "Line four."


def test_who_answers_is_told_of_letters_in_the_morning(raised, bob, as_, heard, tomorrow):
    code, _signal, _confidant = raised
    with heard():
        as_(None).post("/signals/return", {"code": code, "act": "write", "words": "Line four."})
        assert Box.objects.tell_of_letters() == 0
    tomorrow()
    with heard():
        assert Box.objects.tell_of_letters() == 1
    assert Box.objects.tell_of_letters() == 0
    assert Notice.objects.filter(person=bob, reason="signal_remarked").count() == 1


def test_the_sender_opens_it_again_with_the_code(alice, bob, confidant, as_):
    code = sent_by(as_(alice), confidant)
    signal = out(code).signal
    signal.acknowledge(bob)
    signal.decide(bob, "no", "Because.")
    signal.tell_back(bob, "It stays.")
    as_(None).post("/signals/return", {"code": code, "act": "reopen", "words": "It is still so."})
    step = Signal.objects.get(pk=signal.pk).steps.order_by("-pk")[0]
    assert (step.act, step.by) == ("reopened", None)


def test_only_the_confidant_opens_the_name_and_only_if_the_sender_let_them(
    alice, bob, administrator, keyed, as_
):
    hidden, known = (out(sent_by(as_(alice), keyed, **more)) for more in ({}, {"may_know": "on"}))
    assert len(hidden.sender) == len(known.sender)
    for box, name in ((hidden, False), (known, True)):
        page = as_(keyed).post(f"/signals/{box.signal_id}/sender", {"passphrase": PASSPHRASE})
        assert (alice.name in page.content.decode()) == name
    wrong = as_(keyed).post(f"/signals/{known.signal_id}/sender", {"passphrase": "something else"})
    assert (wrong.status_code, alice.name in wrong.content.decode()) == (422, False)
    for other in (bob, administrator, known.signal.owner):
        address = f"/signals/{known.signal_id}/sender"
        assert as_(other).post(address, {"passphrase": PASSPHRASE}).status_code == 403


def test_the_sender_lets_the_confidant_know_afterwards(alice, keyed, as_):
    code = sent_by(as_(alice), keyed)
    box = out(code)
    as_(None).post("/signals/return", {"code": code, "act": "tell", "words": "Alice of Roads"})
    page = as_(keyed).post(f"/signals/{box.signal_id}/sender", {"passphrase": PASSPHRASE})
    assert "Alice of Roads" in page.content.decode()


def test_a_name_is_not_promised_to_a_confidant_without_a_key(alice, confidant, as_):
    refused = sent_by(as_(alice), confidant, may_know="on")
    assert refused.status_code == 422
    assert "has no key yet" in refused.content.decode()
    assert isinstance(sent_by(as_(alice), confidant), str)


def test_a_key_is_made_once_by_a_confidant_and_by_nobody_else(confidant, bob, as_):
    given = {"passphrase": PASSPHRASE, "again": PASSPHRASE}
    assert as_(bob).post("/signals/confidant", given).status_code == 403
    assert as_(confidant).post("/signals/confidant", given | {"again": "another"}).status_code == 422
    as_(confidant).post("/signals/confidant", given)
    first = ConfidantKey.objects.get(person=confidant).public
    as_(confidant).post(
        "/signals/confidant", {"passphrase": "quite another one", "again": "quite another one"}
    )
    assert ConfidantKey.objects.get(person=confidant).public == first


def test_without_a_confidant_there_is_nothing_to_send(alice, as_):
    assert not confidants().exists()
    assert "no confidant here yet" in as_(alice).get("/signals/confidential").content.decode()
    assert as_(alice).post("/signals/confidential", GIVEN).status_code == 422


@pytest.mark.parametrize("name", ["", "Zoë", "x" * 1000, "名前"])
def test_what_is_sealed_is_opened_as_it_was_and_tells_nothing_by_its_length(name):
    keys = sealing.new_keys(PASSPHRASE)
    sealed = sealing.seal(name, keys.public)
    assert sealing.unseal(sealed, keys, PASSPHRASE) == name[: sealing.SAID]
    assert len(sealed) == len(sealing.nothing()) == len(sealing.seal("Al", keys.public))
    assert sealed != sealing.seal(name, keys.public)
    with pytest.raises(sealing.WrongPassphrase):
        sealing.unseal(sealed, sealing.new_keys(PASSPHRASE), PASSPHRASE)


def test_envelopes_are_put_out_in_an_order_of_chance(confidant, alice):
    orders = set()
    for _round in range(12):
        Signal.objects.all().delete()
        for title in ("one", "two", "three", "four"):
            send(confidant, "", uuid4(), **(GIVEN | {"title": title}))
        Envelope.objects.put_out()
        orders.add(tuple(Signal.objects.order_by("pk").values_list("title", flat=True)))
    assert len(orders) > 1

"""Answers by mail, from a real mailbox: the right person in the right thread, and all that is refused."""

from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from email.utils import make_msgid
from pathlib import Path

import pytest

from knoop.base import clock
from knoop.community.files.attachments import load
from knoop.community.posts.models import Comment, Post
from knoop.config import mail
from knoop.notify import tasks
from knoop.notify.arrivals import ANSWERED_A_DAY
from knoop.notify.models import Arrived, Letter, Mailbox, Notice, Station
from knoop.notify.writing import reply_address
from tests.files.making import pdf, picture
from tests.notify import dovecot

ALICE, BOB = "alice@example.org", "bob@example.org"


@pytest.fixture
def reader(bob, chosen):
    chosen(bob, needs="now")
    return bob


def reply(to: str, sender: str = BOB, text: str | None = "Monday works.", **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, to, "Re: [Town hall] Ask @bob"
    if "Message_ID" not in headers:
        made["Message-ID"] = make_msgid(domain="example.org")
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    if text is not None:
        made.set_content(text)
    return made


@pytest.fixture
def came_in(letter_box):
    """Puts mails into the mailbox and has Knoop read it."""

    def read(*mails: EmailMessage | bytes, at=None) -> None:
        for one in mails:
            letter_box.receive(one if isinstance(one, bytes) else bytes(one), at)
        tasks.fetch.call()

    return read


def fates() -> list[str]:
    return list(Arrived.objects.order_by("pk").values_list("fate", flat=True))


def test_a_reply_to_a_mail_is_an_answer_by_who_got_it(
    alice, reader, open_space, *, heard, came_in, post_office
):
    with heard():
        post = Post.objects.write(alice, open_space, "Ask @bob")
    [sent] = post_office.to(BOB)
    quoted = sent.get_body(("plain",)).get_content()
    answer = f"Monday works.\n\nOn Tue, 3 Mar 2026 at 10:12, Alice wrote:\n\n{quoted}"
    came_in(reply(sent["Reply-To"], text=answer, In_Reply_To=sent["Message-ID"]))
    comment = post.comments.get()
    assert (comment.author, comment.text, comment.to) == (reader, "Monday works.", None)
    assert fates() == ["placed"]
    assert Notice.objects.get(person=reader).read_at
    assert len(post_office.mails) == 1  # who is answered on the page needs no mail of it


def test_a_reply_to_a_mail_about_an_answer_answers_that(alice, reader, post, *, heard, came_in, post_office):
    with heard():
        asked = post.answer(alice, "What does @bob say?")
    came_in(reply(post_office.to(BOB)[0]["Reply-To"]))
    assert post.comments.get(author=reader).to == asked


def test_a_reply_tells_others_as_one_on_the_page_does(
    alice, reader, post, *, heard, came_in, chosen, post_office
):
    chosen(alice, needs="now")
    with heard():
        came_in(reply(reply_address(reader, post, None)))
    assert "Monday works." in post_office.to(ALICE)[0].get_body(("plain",)).get_content()


def test_each_mail_is_taken_in_once_however_often_the_mailbox_is_read(reader, post, came_in):
    mails = [reply(reply_address(reader, post, None), text=f"Answer {number}") for number in range(3)]
    came_in(*mails)
    came_in()
    came_in(reply(reply_address(reader, post, None), text="Answer 3"))
    assert list(post.comments.order_by("pk").values_list("text", flat=True)) == [
        f"Answer {number}" for number in range(4)
    ]


def test_when_the_server_numbers_all_anew_nothing_is_taken_in_twice(reader, post, letter_box, settings):
    settings.MAILBOX = replace(settings.MAILBOX, folder="Restored")
    letter_box.make("Restored")
    letter_box.receive(bytes(reply(reply_address(reader, post, None))), folder="Restored")
    tasks.fetch.call()
    before = Mailbox.objects.get().validity
    letter_box.number_anew("Restored")
    letter_box.receive(
        bytes(reply(reply_address(reader, post, None), text="And Tuesday.")), folder="Restored"
    )
    tasks.fetch.call()
    assert Mailbox.objects.get().validity != before
    assert list(post.comments.order_by("pk").values_list("text", flat=True)) == [
        "Monday works.",
        "And Tuesday.",
    ]


def test_the_same_mail_delivered_twice_is_one_answer(reader, post, came_in):
    mail = reply(reply_address(reader, post, None))
    came_in(mail, mail)
    assert post.comments.count() == 1


def test_two_mails_with_the_same_words_are_two_answers(reader, post, came_in):
    came_in(*[reply(reply_address(reader, post, None)) for _number in range(2)])
    assert post.comments.count() == 2


def test_the_mailbox_is_left_as_it_was(reader, post, came_in, letter_box):
    came_in(reply(reply_address(reader, post, None)))
    with letter_box._connected() as server:
        server.select("INBOX", readonly=True)
        assert server.uid("SEARCH", "SEEN")[1] == [b""]


def test_capitals_in_addresses_make_no_difference(reader, post, came_in):
    came_in(reply(reply_address(reader, post, None).upper(), sender="Bob@Example.org"))
    assert fates() == ["placed"]


def test_an_address_that_a_server_wrote_on_the_envelope_counts(reader, post, came_in):
    came_in(reply("Knoop <knoop@intranet.example>", Delivered_To=reply_address(reader, post, None)))
    assert fates() == ["placed"]


def test_files_that_came_along_hang_on_the_answer(reader, post, came_in, post_office):
    mail = reply(reply_address(reader, post, None))
    mail.add_attachment(pdf(), maintype="application", subtype="pdf", filename="plan.pdf")
    mail.add_attachment(
        picture("PNG", (8, 8)), maintype="image", subtype="png", filename="a.png", disposition="inline"
    )
    came_in(mail)
    comment = post.comments.get()
    load([comment])
    assert [file.name for file in comment.attached.all] == ["plan.pdf", "a.png"]
    assert post_office.mails == []


def test_a_picture_in_a_signature_is_no_file(reader, post, came_in):
    mail = reply(reply_address(reader, post, None))
    mail.add_alternative('<p>Monday works.</p><img src="cid:logo@example.org">', subtype="html")
    mail.get_payload()[1].add_related(
        picture("PNG", (8, 8)), "image", "png", cid="<logo@example.org>", filename="logo.png"
    )
    came_in(mail)
    comment = post.comments.get()
    load([comment])
    assert not comment.attached


def test_a_file_that_is_not_taken_is_named_to_who_sent_it_and_the_answer_placed(
    reader, post, came_in, post_office
):
    mail = reply(reply_address(reader, post, None))
    mail.add_attachment(b"MZ", maintype="application", subtype="octet-stream", filename="tool.exe")
    came_in(mail)
    assert post.comments.get().text == "Monday works."
    [back] = post_office.to(BOB)
    assert back["Subject"] == "Je antwoord is geplaatst, zonder een deel van de bestanden"
    assert "tool.exe" in back.get_body(("plain",)).get_content()


# What is refused, each beside what isn't: `reader` may answer `post` in all of these but for one thing.

REFUSED = {
    "loop": {"X_Knoop": "intranet.example"},
    "loop_by_id": {"Message_ID": "<comment.7@intranet.example>"},
    "auto_vacation": {"Auto_Submitted": "auto-replied (vacation)"},
    "auto_bulk": {"Precedence": "bulk"},
    "auto_junk": {"Precedence": "Junk"},
    "auto_header": {"X_Autoreply": "yes"},
    "auto_bounce": {"Return_Path": "<>"},
}
TWINS = {
    "auto_no": {"Auto_Submitted": "no"},
    "auto_precedence": {"Precedence": "normal"},
    "auto_return_path": {"Return_Path": "<bob@example.org>"},
    "other_id": {"Message_ID": "<comment.7@elsewhere.example>"},
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_no_human_wrote_is_no_answer_and_gets_none(kind, reader, post, came_in, post_office):
    came_in(reply(reply_address(reader, post, None), **REFUSED[kind]))
    assert fates() == [kind.split("_")[0]]
    assert not post.comments.exists()
    assert post_office.mails == []


@pytest.mark.parametrize("kind", TWINS)
def test_what_a_human_wrote_with_such_a_header_is_an_answer(kind, reader, post, came_in):
    came_in(reply(reply_address(reader, post, None), **TWINS[kind]))
    assert fates() == ["placed"]


def test_a_report_of_a_mail_that_did_not_arrive_is_no_answer(reader, post, came_in):
    raw = bytes(reply(reply_address(reader, post, None))).replace(
        b"Content-Type: text/plain", b"Content-Type: multipart/report; boundary=x"
    )
    came_in(raw)
    assert fates() == ["auto"]


def test_somebody_else_cannot_answer_by_an_address_that_was_given_to_one(
    reader, carol, post, *, came_in, chosen, post_office
):
    chosen(carol)
    address = reply_address(reader, post, None)
    came_in(reply(address, sender="carol@example.org"), reply(address, sender="mallory@elsewhere.example"))
    assert fates() == ["forged", "forged"]
    assert not post.comments.exists()
    assert post_office.recipients == ["carol@example.org"]  # a stranger is told nothing
    came_in(reply(address))
    assert post.comments.get().author == reader


def test_two_senders_are_none(reader, post, came_in):
    came_in(reply(reply_address(reader, post, None), sender=f"{BOB}, {ALICE}"))
    assert fates() == ["forged"]


def test_what_our_own_server_found_to_be_forged_is_refused_and_not_answered(
    reader, post, came_in, post_office
):
    address = reply_address(reader, post, None)
    came_in(reply(address, Authentication_Results="mx.example; spf=fail; dmarc=fail header.from=example.org"))
    assert (fates(), post_office.mails) == (["forged"], [])
    came_in(reply(address, Authentication_Results="mx.example; dmarc=pass header.from=example.org"))
    assert fates() == ["forged", "placed"]


def test_an_address_nobody_gave_out_is_refused_politely(reader, post, came_in, post_office):
    address = reply_address(reader, post, None)
    before, _plus, token = address.partition("+")
    came_in(reply(f"{before}+{'b' if token[0] == 'a' else 'a'}{token[1:]}"))
    assert fates() == ["unknown_token"]
    [back] = post_office.to(BOB)
    assert back["Auto-Submitted"] == "auto-replied"
    assert back["Subject"] == "Je antwoord is niet geplaatst"


def test_an_address_without_a_word_is_refused_politely_to_colleagues_only(reader, came_in, post_office):
    came_in(reply("reply@intranet.example"), reply("reply@intranet.example", sender="shop@elsewhere.example"))
    assert fates() == ["no_token", "no_token"]
    assert post_office.recipients == [BOB]


def test_an_old_address_is_refused_politely_and_a_younger_one_is_not(
    reader, post, came_in, post_office, pass_time
):
    addresses = []
    for by in (-91, 1):
        pass_time(timedelta(days=by))
        addresses.append(reply_address(reader, post, None))
    pass_time(timedelta(days=90))
    came_in(*map(reply, addresses))
    assert fates() == ["expired", "placed"]
    assert len(post_office.to(BOB)) == 1


def test_who_may_not_answer_any_more_is_told_so(reader, closed_post, came_in, post_office):
    address = reply_address(reader, closed_post, None)
    came_in(reply(address))
    closed_post.space.memberships.filter(person=reader).delete()
    came_in(reply(address))
    assert fates() == ["placed", "not_allowed"]
    assert "Vraag iemand in de ruimte" in post_office.to(BOB)[0].get_body(("plain",)).get_content()


def test_who_left_the_organisation_answers_nothing_and_is_told_nothing(
    reader, post, *, administrator, came_in, post_office
):
    reader.depart(administrator)
    came_in(reply(reply_address(reader, post, None)))
    assert (fates(), post_office.mails) == (["forged"], [])


def test_an_answer_without_own_words_is_refused_politely(reader, post, came_in, post_office):
    came_in(reply(reply_address(reader, post, None), text="> only a quote\n\n-- \nBob"))
    assert fates() == ["empty"]
    assert len(post_office.to(BOB)) == 1


def test_an_answer_that_is_too_long_is_refused_and_one_that_fits_is_not(reader, post, came_in):
    address = reply_address(reader, post, None)
    came_in(reply(address, text="word " * 4001), reply(address, text="word " * 3999))
    assert fates() == ["too_long", "placed"]


def test_a_mail_that_is_too_large_is_refused_by_its_head(reader, post, settings, *, came_in, post_office):
    settings.LARGEST_MAIL = 100_000
    address = reply_address(reader, post, None)
    large, small = reply(address), reply(address, text="Small.")
    large.add_attachment(b"x" * 100_000, maintype="image", subtype="png", filename="a.png")
    came_in(large, small)
    assert fates() == ["oversize", "placed"]
    assert "bijlagen" in post_office.to(BOB)[0].get_body(("plain",)).get_content()


def test_a_mail_that_is_only_a_page_is_an_answer(reader, post, came_in):
    mail = reply(reply_address(reader, post, None), text=None)
    mail.set_content("<div>Monday works.</div><blockquote type='cite'>Hi</blockquote>", subtype="html")
    came_in(mail)
    assert post.comments.get().text == "Monday works."


def test_what_is_no_mail_at_all_keeps_nothing_behind_it_waiting(reader, post, came_in):
    came_in(b"\xff\xfe no mail at all", reply(reply_address(reader, post, None)))
    assert fates()[-1] == "placed"


def test_nobody_is_mailed_back_without_end(reader, came_in, post_office):
    came_in(*[reply("reply@intranet.example") for _number in range(ANSWERED_A_DAY + 3)])
    assert len(post_office.to(BOB)) == ANSWERED_A_DAY


def test_what_was_in_the_mailbox_before_knoop_read_it_is_not_answered(reader, came_in, post_office):
    came_in(reply("reply@intranet.example"), at=clock.now() - timedelta(days=30))
    assert (fates(), post_office.mails) == (["no_token"], [])


def test_an_administrator_sees_what_was_refused_and_why_without_its_words(
    reader, administrator, came_in, as_, carol
):
    came_in(reply("reply@intranet.example", sender="shop@elsewhere.example", text="Buy our secret"))
    page = as_(administrator).get("/administration/mail/").text
    assert "shop@elsewhere.example" in page
    assert "Niet aan een gesprek gericht" in page
    assert "secret" not in page
    assert as_(carol).get("/administration/mail/").status_code == 403


def test_a_mail_back_is_no_answer_when_it_comes_back_itself(reader, came_in, post_office):
    came_in(reply("reply@intranet.example"))
    [back] = post_office.to(BOB)
    came_in(bytes(back))
    assert fates() == ["no_token", "loop"]
    assert len(post_office.mails) == 1


def test_another_folder_is_read_when_that_is_said(reader, post, *, letter_box, came_in, settings):
    letter_box.make("Réponses & more")
    address = f"imap://{dovecot.USER}:p%C3%A2ss%2Fword@127.0.0.1:{letter_box.port}/R%C3%A9ponses%20%26%20more"
    settings.MAILBOX = mail.mailbox("KNOOP_IMAP", address)
    letter_box.receive(bytes(reply(reply_address(reader, post, None))), folder="Réponses & more")
    came_in()
    assert fates() == ["placed"]


def test_a_mailbox_that_cannot_be_read_is_told_and_read_when_it_can(
    reader, post, letter_box, came_in, settings
):
    good = settings.MAILBOX
    settings.MAILBOX = mail.mailbox("KNOOP_IMAP", f"imap://reply:wrong@127.0.0.1:{letter_box.port}/INBOX")
    came_in(reply(reply_address(reader, post, None)))
    assert "AUTHENTICATIONFAILED" in Station.objects.get(name="in").fault
    settings.MAILBOX = good
    came_in()
    assert Station.objects.get(name="in").fault == ""
    assert fates() == ["placed"]


def test_a_server_is_believed_only_with_a_certificate_we_trust(
    reader, post, *, letter_box, came_in, settings, monkeypatch
):
    address = f"imaps://reply:p%C3%A2ss%2Fword@127.0.0.1:{letter_box.tls_port}/INBOX"
    settings.MAILBOX = mail.mailbox("KNOOP_IMAP", address)
    came_in(reply(reply_address(reader, post, None)))
    assert "certificate" in Station.objects.get(name="in").fault.lower()
    assert fates() == []
    monkeypatch.setenv("SSL_CERT_FILE", str(Path(letter_box.certificate)))
    came_in()
    assert fates() == ["placed"]


def test_a_comment_and_what_is_kept_of_its_mail_are_one_transaction(reader, post, came_in, monkeypatch):
    from django.db import OperationalError

    def fail(*_args: object, **_kwargs: object) -> None:
        raise OperationalError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(Letter.objects.model, "objects", Letter.objects)
        broken.setattr(Arrived, "save", fail)
        with pytest.raises(OperationalError):
            came_in(reply(reply_address(reader, post, None)))
    assert (Comment.objects.count(), fates()) == (0, [])
    came_in()
    assert fates() == ["placed"]


def test_doctor_says_what_is_wrong_with_either_server(letter_box, post_office, settings, db):
    from knoop.cli import doctor

    assert (doctor._mail(), doctor._answers()) == (None, None)
    post_office.refused.clear()
    settings.MAILERS = {"default": mail.mailer("KNOOP_SMTP", "smtp://127.0.0.1:1")}
    settings.MAILBOX = replace(settings.MAILBOX, password="wrong")
    assert "KNOOP_SMTP" in doctor._mail()
    assert "AUTHENTICATIONFAILED" in doctor._answers()


def test_doctor_says_when_there_is_no_mail_and_that_is_no_fault(settings):
    from knoop.cli import doctor

    settings.MAILS, settings.MAILBOX = False, None
    assert (doctor._mail(), doctor._answers()) == (None, None)
    assert "KNOOP_SMTP isn't set" in doctor._name_of_mail()
    assert "KNOOP_IMAP isn't set" in doctor._name_of_answers()


def test_doctor_warns_of_a_password_that_goes_unencrypted():
    from knoop.cli.doctor import _unencrypted

    for safe in ("smtps://k:p@mail.example.org", "starttls://k:p@mail.example.org", "smtp://k:p@127.0.0.1"):
        assert _unencrypted("KNOOP_SMTP", mail.mailer("", safe)["OPTIONS"]) is None
    assert "unencrypted" in _unencrypted(
        "KNOOP_SMTP", mail.mailer("", "smtp://k:p@mail.example.org")["OPTIONS"]
    )

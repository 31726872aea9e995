"""What is left of an answer when its quotes and signatures are gone, as the programs write them."""

import pytest

from knoop.notify.messages import Mail
from knoop.notify.quotes import own_words

QUOTED = "> ─── Write your answer above this line ───\n> Alice mentioned you\n>\n> Ask @bob\n"
PLAIN = {
    "gmail_en": "Monday works.\n\nOn Tue, 3 Mar 2026 at 10:12, Alice de Wit via Knoop <knoop@intranet.example> "
    f"wrote:\n\n{QUOTED}",
    "gmail_en_broken": "Monday works.\n\nOn Tue, 3 Mar 2026 at 10:12, Alice de Wit via Knoop\n"
    f"<knoop@intranet.example> wrote:\n{QUOTED}",
    "gmail_nl": "Monday works.\n\nOp di 3 mrt 2026 om 10:12 schreef Alice de Wit via Knoop <\n"
    f"knoop@intranet.example>:\n\n{QUOTED}",
    "apple_en": f"Monday works.\n\n> On 3 Mar 2026, at 10:12, Alice <knoop@intranet.example> wrote:\n> \n{QUOTED}",
    "apple_nl": "Monday works.\n\nVerstuurd vanaf mijn iPhone\n\n> Op 3 mrt 2026 om 10:12 heeft Alice de Wit "
    f"<knoop@intranet.example> het volgende geschreven:\n> \n{QUOTED}",
    "apple_nl_without_marks": "Monday works.\n\nOp 3 mrt 2026 om 10:12 heeft Alice de Wit <knoop@intranet.example> "
    "het volgende geschreven:\n\nAlice mentioned you\nAsk @bob",
    "thunderbird_en": f"Monday works.\n\nOn 03/03/2026 10:12, Alice de Wit via Knoop wrote:\n{QUOTED}",
    "thunderbird_nl": f"Monday works.\n\nOp 03-03-2026 om 10:12 schreef Alice de Wit via Knoop:\n{QUOTED}",
    "thunderbird_below": f"On 03/03/2026 10:12, Alice de Wit via Knoop wrote:\n{QUOTED}\nMonday works.\n\n-- \nBob",
    "name_first_nl": f"Monday works.\n\nAlice de Wit <knoop@intranet.example> schreef op 3 maart 2026 10:12:\n{QUOTED}",
    "outlook_en": "Monday works.\n\nFrom: Alice de Wit <knoop@intranet.example>\nSent: Tuesday, March 3, 2026 10:12\n"
    "To: Bob <bob@example.org>\nSubject: Re: [Town hall] Bridge\n\nAlice mentioned you",
    "outlook_nl": "Monday works.\n\nVan: Alice de Wit <knoop@intranet.example>\nVerzonden: dinsdag 3 maart 2026 10:12\n"
    "Aan: Bob <bob@example.org>\nOnderwerp: Re: [Stad] Brug\n\nAlice noemde je",
    "outlook_bold": "Monday works.\n\n*Van:* Alice <knoop@intranet.example>\n*Verzonden:* dinsdag 3 maart 2026\n"
    "*Aan:* Bob <bob@example.org>\n*Onderwerp:* Brug\n\nAlice noemde je",
    "outlook_old_en": "Monday works.\n\n-----Original Message-----\nFrom: Alice\n\nAlice mentioned you",
    "outlook_old_nl": "Monday works.\n\n-----Oorspronkelijk bericht-----\nVan: Alice\n\nAlice noemde je",
    "outlook_phone": "Monday works.\n\nOutlook voor Android downloaden\n________________________________\n"
    "Van: Alice\n\nAlice noemde je",
    "outlook_phone_en": "Monday works.\n\nGet Outlook for iOS\n________________________________\nFrom: Alice\n\nHi",
    "samsung": "Monday works.\n\nSent from my Galaxy\n\n-------- Original message --------\nFrom: Alice\nHi",
    "signature": "Monday works.\n\n-- \nBob Smit\nRoads\n06 1234 5678",
    "signature_without_space": f"Monday works.\n\n--\nBob Smit\n\nOn 03/03/2026 10:12, Alice wrote:\n{QUOTED}",
    "unknown_language": "Monday works.\n\nSal. 3 Mar 2026, 10:12 tarihinde Alice <knoop@intranet.example> yazdı:\n\n"
    "─── Write your answer above this line ───\n\nAlice mentioned you\nAsk @bob",
}


@pytest.mark.parametrize("program", PLAIN)
def test_only_own_words_are_left(program):
    assert own_words(PLAIN[program]) == "Monday works."


@pytest.mark.parametrize("program", PLAIN)
def test_line_ends_of_the_network_change_nothing(program):
    assert own_words(PLAIN[program].replace("\n", "\r\n")) == "Monday works."


def test_answers_between_what_is_quoted_are_all_kept():
    text = "On 03/03/2026 10:12, Alice wrote:\n> When?\n\nMonday.\n\n> And who?\n\nMe.\n"
    assert own_words(text) == "Monday.\n\nMe."


@pytest.mark.parametrize(
    "text",
    [
        "On the other hand, he wrote: nothing.",
        "Op maandag schreef Jan het volgende op het bord",
        "From: here on we go left.\nThat is shorter.",
        "A list:\n\n- one\n- two\n\nand more",
        "The sum is 5 > 3.",
        "Two\n\nparagraphs",
        "I sent from my desk what you asked.\nBob",
    ],
)
def test_what_only_looks_like_a_quote_stays(text):
    assert own_words(text) == text


def test_an_answer_without_own_words_is_empty():
    assert own_words(f"On 03/03/2026 10:12, Alice wrote:\n{QUOTED}") == ""
    assert own_words("\n\nVerstuurd vanaf mijn iPhone\n") == ""


HTML = {
    "gmail": '<div dir="ltr">Monday works.</div><br><div class="gmail_quote"><div class="gmail_attr">On Tue, 3 Mar '
    "Alice wrote:<br></div><blockquote>Hi</blockquote></div>",
    "apple": "<html><body>Monday works.<div><br><blockquote type='cite'><div>On 3 Mar 2026, at 10:12, Alice wrote:"
    "</div>Hi</blockquote></div></body></html>",
    "outlook_web": '<div>Monday works.</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Van:</b> Alice'
    "<br><b>Verzonden:</b> dinsdag</div><div>Hi</div>",
    "outlook_desktop": "<div><p class=MsoNormal>Monday works.</p><div style='border-top:solid #E1E1E1 1.0pt'><p><b>From:"
    "</b> Alice<br><b>Sent:</b> Tuesday<br><b>To:</b> Bob<br><b>Subject:</b> Bridge</p></div><p>Hi</p></div>",
    "thunderbird": '<p>Monday works.</p><div class="moz-cite-prefix">On 03/03/2026 10:12, Alice wrote:</div>'
    '<blockquote type="cite">Hi</blockquote><div class="moz-signature">Bob</div>',
    "styled": "<style>p { color: red }</style><script>x()</script><p>Monday&nbsp;works.</p>",
}


@pytest.mark.parametrize("program", HTML)
def test_a_mail_that_is_only_a_page_becomes_text(program):
    raw = (
        "From: bob@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        + HTML[program]
    )
    assert own_words(Mail.of(raw.encode()).text) == "Monday works."


def test_paragraphs_and_lists_of_a_page_are_kept():
    raw = (
        b"From: bob@example.org\r\nContent-Type: text/html\r\n\r\n"
        b"<p>First.</p><p>Second<br>line.</p><ul><li>one</li><li>two</li></ul>"
    )
    assert own_words(Mail.of(raw).text) == "First.\n\nSecond\nline.\n\n- one\n\n- two"


def test_lines_that_a_program_broke_for_itself_are_whole_again():
    raw = (
        b"From: bob@example.org\r\nContent-Type: text/plain; format=flowed\r\n\r\n"
        b"This is one \r\nlong line.\r\nAnd another.\r\n"
    )
    assert own_words(Mail.of(raw).text) == "This is one long line.\nAnd another."


@pytest.mark.parametrize("charset", ["iso-8859-15", "windows-1252", "no-such-charset"])
def test_letters_in_any_character_set_are_read(charset):
    body = "Één euro".encode("utf-8" if charset.startswith("no-") else charset)
    raw = f"From: bob@example.org\r\nContent-Type: text/plain; charset={charset}\r\n\r\n".encode() + body
    assert own_words(Mail.of(raw).text) == "Één euro"

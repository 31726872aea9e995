"""Each page is wholly in one language, whatever the reader chose."""

from functools import cache

import pytest
from django.test import Client

from knoop.community.posts.models import Post
from knoop.community.spaces.models import Space
from knoop.people.models import Person, Unit
from tests.config.markup import words_of_page
from tests.config.test_translations import messages

LANGUAGES = ("nl", "en")
ANONYMOUS = ["/", "/login", "/no-such-page", "/invitation/x/y"]
LOGGED_IN = [
    "/",
    "/people/",
    "/people/ann",
    "/people/?name=zzz",
    "/spaces/",
    "/spaces/harbour",
    "/spaces/closed",
]


@cache
def said(language: str) -> set[str]:
    """The texts of the product that differ between the languages, in one; those without placeholders."""
    found = set()
    for catalogue in map(messages.catalogue, messages.texts(messages.SOURCE)):
        for message in catalogue:
            english, dutch = messages._forms(message.id)[0], messages._forms(message.string)[0]
            if english != dutch and "%(" not in english:
                found.add(dutch if language == "nl" else english)
    return found


def assert_only_in(language: str, html: str) -> None:
    other = "en" if language == "nl" else "nl"
    words = words_of_page(html)
    assert f'<html lang="{language}">' in html
    assert words & said(language), f"nothing on this page is in {language}"
    assert not words & said(other) - said(language)


@pytest.fixture
def ann(db: None) -> Person:
    unit = Unit.objects.create(name="Harbour", slug="harbour")
    ann = Person.objects.create(
        handle="ann", name="Ann Smit", email="ann@example.org", unit=unit, about="Cranes"
    )
    open_space = Space.objects.open(ann, name="Harbour", unit=unit)
    closed = Space.objects.open(ann, name="Closed", openness=Space.Openness.INVITED)
    closed.archive(ann)
    Post.objects.write(ann, open_space, "Who has the key?").answer(ann, "I have.", None)
    ann.appoint("leader", ann)
    return ann


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", ANONYMOUS)
def test_pages_for_anybody_follow_the_language_of_the_browser(
    client: Client, address: str, language: str, db: None
) -> None:
    response = client.get(address, headers={"accept-language": f"{language},fr;q=0.5"})
    assert response.headers["content-language"] == language
    assert_only_in(language, response.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_that_is_too_old_says_so_in_the_language_of_the_browser(language: str, db: None) -> None:
    response = Client(enforce_csrf_checks=True).post("/login", headers={"accept-language": language})
    assert response.status_code == 403
    assert_only_in(language, response.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_pages_for_members_are_wholly_in_their_language(
    client: Client, ann: Person, language: str
) -> None:
    ann.speak(language)
    client.force_login(ann)
    post = Post.objects.get()
    for address in [*LOGGED_IN, "/network/", post.get_absolute_url()]:
        response = client.get(address)
        assert response.status_code == 200, address
        assert_only_in(language, response.text)


def test_the_language_somebody_chose_wins_over_the_browser(client: Client, ann: Person) -> None:
    ann.speak("en")
    client.force_login(ann)
    assert_only_in("en", client.get("/", headers={"accept-language": "nl"}).text)


def test_the_language_chosen_before_logging_in_is_kept_on_the_device(client: Client, db: None) -> None:
    client.post("/language", {"language": "en", "next": "/login"})
    assert_only_in("en", client.get("/login", headers={"accept-language": "nl"}).text)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nl", {"Gebruikersnaam of e-mailadres", "Wachtwoord", "Inloggen"}),
        ("en", {"Username or e-mail address", "Password", "Log in"}),
    ],
)
def test_a_wrong_password_is_told_in_the_language_of_the_browser(
    client: Client, db: None, language: str, expected: set[str]
) -> None:
    given = {"username": "nobody", "password": "wrong"}
    response = client.post("/login", given, headers={"accept-language": language})
    assert expected <= words_of_page(response.text)
    assert_only_in(language, response.text)
    assert 'class="wrong"' in response.text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nl", {"Nieuw wachtwoord", "Dit wachtwoord is te algemeen."}),
        ("en", {"New password", "This password is too common."}),
    ],
)
def test_a_password_that_is_too_weak_is_refused_in_the_language_of_the_browser(
    client: Client, ann: Person, language: str, expected: set[str]
) -> None:
    headers = {"accept-language": language}
    page = client.get(ann.invite(ann), headers=headers, follow=True)
    given = {"new_password1": "password1", "new_password2": "password1"}
    response = client.post(page.request["PATH_INFO"], given, headers=headers)
    assert expected <= words_of_page(response.text)


@pytest.mark.parametrize(
    ("language", "expected"), [("nl", "Dit veld is verplicht."), ("en", "This field is required.")]
)
def test_an_empty_field_is_told_in_the_language_of_the_reader(
    client: Client, ann: Person, language: str, expected: str
) -> None:
    ann.speak(language)
    client.force_login(ann)
    assert expected in words_of_page(client.post("/spaces/", {"name": ""}).text)


def test_no_dutch_text_of_ours_says_u() -> None:
    for catalogue in map(messages.catalogue, messages.texts(messages.SOURCE)):
        for message in catalogue:
            words = (
                " ".join(messages._forms(message.string)).lower().replace(",", " ").replace(".", " ").split()
            )
            assert not {"u", "uw", "uzelf"} & set(words), message.string

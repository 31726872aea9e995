"""What all pages share: they work under the policy they send, name their language, and can be read."""

import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from knoop.community.posts.models import Acceptance, Draft, Kind, Post, Saved, Topic, TopicFollowing
from knoop.community.signals.models import Route
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from tests import making
from tests.desk.making import desk_pages
from tests.dialogue.making import everything as dialogues
from tests.files.making import kept, pdf, picture, sent
from tests.making import PASSWORD, as_
from tests.signals.making import brought_to, signal

VOID = {"br", "hr", "img", "input", "link", "meta"}
PAGES = [
    *(
        "/",
        "/people/",
        "/people/alice",
        "/people/dirk",
        "/following",
        "/questions",
        "/saved",
        "/topics/water",
        "/spaces/",
        "/spaces/town-hall",
        "/spaces/quiet-room",
        "/spaces/town-hall/files",
        "/spaces/quiet-room/files",
    ),
    *(
        "/posts/new",
        "/posts/new?intent=thank",
        "/posts/new?intent=poll",
        "/posts/new?intent=story",
        "/drafts/",
    ),
    *("/desk/", "/desk/page", "/people/alice/ledger"),
    *("/studio/", "/studio/action", "/studio/stories/{story}?looked", "/posts/{story_post}"),
    *("/posts/{post}/edit", "/posts/{post}/versions", "/posts/{poll}"),
    *("/you/profile", "/you/settings", "/welcome", "/welcome?step=3"),
    *("/who-can-help", "/who-can-help?with=bridges", "/organisation/", "/organisation/lines", "/units/roads"),
    "/organisation/lines/alice",
    *("/signals/", "/signals/list", "/signals/topics", "/signals/figures", "/signals/new", "/signals/rules"),
    *("/signals/{signal}", "/signals/{told}", "/signals/rules/{rule}"),
    *("/signals/confidential", "/signals/return"),
    *("/posts/{post}", "/posts/{post}?to={comment}", "/posts/{question}", "/posts/{pictured}"),
    *("/files/{picture}", "/files/{loose}", "/files/{withdrawn}/withdrawal"),
    *("/you/data", "/you/data/erasure"),
    *("/network/", "/notices/", "/notices/settings", "/search", "/search?q=bridge", "/no-such-page"),
    *("/dialogue/", "/dialogue/rounds/new", "/dialogue/sessions/new", "/dialogue/challenges/new"),
    *("/dialogue/days/", "/dialogue/days/new", "/dialogue/days/{open_day}", "/dialogue/{open_round}"),
    *("/dialogue/{open_session}", "/dialogue/{open_challenge}", "/dialogue/ideas/{open_idea}"),
    *("/spaces/new/", "/spaces/town-hall/about", "/spaces/town-hall/members", "/spaces/town-hall/settings"),
    *("/spaces/wharf", "/administration/spaces/"),
    *(
        "/network/",
        "/notices/",
        "/notices/settings",
        "/notices/mail",
        "/search",
        "/search?q=bridge",
        "/no-such-page",
    ),
]
DOORS = ["/", "/login", "/signals/return", "/login?next=/people/", "/invitation/MQ/x-y", "/no-such-page"]


class Page(HTMLParser):
    """All elements with their attributes, and the words in scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.words_in_scripts = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("script", "style"):
            self.words_in_scripts += data.strip()

    def values(self, name: str) -> list[str]:
        return [attributes[name] or "" for _tag, attributes in self.elements if name in attributes]


@pytest.fixture
def full(
    post: Post, closed_space: Space, departed: Person, alice: Person, bob: Person
) -> dict[str, int | str]:
    """Something of all that pages show."""
    comment = post.answer(bob, "Well done, @alice\n\n| a |\n|--:|\n| 1 |\n\n# A heading")
    comment.react(bob, "👍")
    Saved.objects.keep(alice, post)
    Saved.objects.keep(alice, comment)
    question = Post.objects.write(alice, closed_space, "Who knows about #water, @bob?", kind="question")
    Acceptance.objects.mark(question.answer(bob, "I do, @alice"), alice)
    TopicFollowing.objects.begin(alice, Topic.objects.get())
    post.react(bob, "🌉")
    Post.objects.write(bob, closed_space, "> <script>alert(1)</script> & `code` https://example.org")
    post.edit(post.author, "The bridge opens on Tuesday. #brug")
    thanks = Post.objects.write(bob, closed_space, "Well done", kind=Kind.THANKS, thanked=[post.author])
    thanks.pin_up(bob)
    poll = making.poll(bob, post.space)
    Draft.objects.create(author=post.author, sent={"text": ["Later"]}, due_at=poll.closes_at)
    files = [kept(bob, "a.jpg", picture()), kept(bob, "b.pdf", pdf())]
    pictured = Post.objects.write(bob, post.space, "Look", files=files)
    pictured.answer(bob, "And this", files=[kept(bob, "c.jpg", picture())])
    withdrawn = kept(alice, "d.txt", b"x", post.space)
    withdrawn.withdraw(alice)
    shelved = kept(alice, "e.jpg", picture(), post.space)
    shelved.renew(alice, sent("e.jpg", picture()))
    keys = {"picture": shelved.key, "loose": kept(alice).key, "withdrawn": withdrawn.key}
    post.space.memberships.get(person=alice).become("administrator", by=bob)
    making.space("Wharf", [bob], "request")
    keys |= desk_pages(alice, bob)
    numbers = {"post": post.pk, "comment": comment.pk, "pictured": pictured.pk}
    raised = signal(bob, alice, topics=" gate ")
    raised.support(bob)
    raised.remark(bob, "Since *Monday*.")
    told = brought_to("told", signal(alice, bob), bob)
    told.say_whether_it_helped(alice, True, "It does")
    told.link(bob, "post", post.pk, post.get_absolute_url())
    of_signals = {"signal": raised.pk, "told": told.pk, "rule": Route.objects.add(owner=alice).pk}
    numbers = of_signals | dialogues(bob, alice, closed_space)
    numbers |= {"post": post.pk, "comment": comment.pk, "pictured": pictured.pk}
    return numbers | {"poll": poll.post_id, "question": question.pk} | keys


@pytest.fixture
def responses(full: dict[str, int | str], alice: Person) -> dict[str, HttpResponse]:
    for role in ("leader", "administrator"):
        alice.appoint(role, by=alice)
    making.show_face(alice)
    client = as_(alice)
    return {path: client.get(path.format(**full)) for path in PAGES}


def on_each_page(test: Callable[[HttpResponse], None]) -> Callable[[dict[str, HttpResponse]], None]:
    """All pages in one test: what they show takes longer to make than to read."""

    def all_pages(responses: dict[str, HttpResponse]) -> None:
        for path, response in responses.items():
            try:
                test(response)
            except AssertionError as fault:
                raise AssertionError(f"{path}: {fault}") from fault

    all_pages.__name__ = test.__name__
    return all_pages


@pytest.fixture(params=DOORS)
def door(request: pytest.FixtureRequest, db: None) -> HttpResponse:
    return as_(None).get(request.param, follow=True)


def assert_it_works_under_its_policy(response: HttpResponse) -> None:
    page = Page(response.text)
    names = [tag for tag, _attributes in page.elements]
    assert "style" not in names
    assert page.values("style") == []
    assert page.words_in_scripts == ""
    assert not [name for _tag, attributes in page.elements for name in attributes if name.startswith("on")]
    assert all(re.match(r"/static/|/style/|[/?#]", address) for address in page.values("src"))
    sheets = [attributes["href"] for tag, attributes in page.elements if tag == "link"]
    assert all(address.startswith(("/static/", "/style/", "/manifest.webmanifest")) for address in sheets)
    assert not [address for address in page.values("href") if address.lower().startswith("javascript:")]


@on_each_page
def test_what_a_page_shows_works_under_the_policy_it_sends(response: HttpResponse) -> None:
    assert_it_works_under_its_policy(response)


def test_what_a_door_shows_works_under_the_policy_it_sends(door: HttpResponse) -> None:
    assert_it_works_under_its_policy(door)


def test_the_check_of_the_policy_sees_what_breaks_it() -> None:
    for broken in ('<p style="x">', "<style>p{}</style>", "<script>x</script>", '<p onclick="x">'):
        with pytest.raises(AssertionError):
            assert_it_works_under_its_policy(HttpResponse(broken))


@on_each_page
def test_each_page_allows_only_what_comes_from_here(response: HttpResponse) -> None:
    policy = dict(part.split(" ", 1) for part in response["Content-Security-Policy"].split("; "))
    assert policy.pop("default-src") == "'none'"
    assert policy.pop("frame-ancestors") == policy.pop("base-uri") == "'none'"
    assert policy.keys() >= {"script-src", "style-src", "form-action", "img-src", "connect-src"}
    assert set(policy.values()) == {"'self'"}


@on_each_page
def test_each_page_says_not_to_guess_frame_or_tell(response: HttpResponse) -> None:
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"


@on_each_page
def test_no_page_with_what_somebody_may_see_is_kept_on_the_way(response: HttpResponse) -> None:
    assert "public" not in response.get("Cache-Control", "")
    assert "Cookie" in response["Vary"]


@on_each_page
def test_each_page_has_one_main_heading_one_main_part_and_a_title(response: HttpResponse) -> None:
    page = Page(response.text)
    count = Counter(tag for tag, _attributes in page.elements)
    assert (count["h1"], count["main"], count["title"] > 0) == (1, 1, True)
    assert page.elements[0] == ("html", {"lang": "nl"})


@on_each_page
def test_no_two_things_on_a_page_have_one_id(response: HttpResponse) -> None:
    ids = Page(response.text).values("id")
    assert [name for name, times in Counter(ids).items() if times > 1] == []


@on_each_page
def test_what_points_at_an_id_points_at_something(response: HttpResponse) -> None:
    page = Page(response.text)
    pointers = ("for", "aria-labelledby", "aria-describedby")
    named = [name for pointer in pointers for value in page.values(pointer) for name in value.split()]
    assert set(named) <= set(page.values("id"))


@on_each_page
def test_all_that_is_opened_on_a_page_is_closed(response: HttpResponse) -> None:
    page = Page(response.text)
    assert (page.crossed, page.open) == ([], [])


@on_each_page
def test_each_form_that_changes_something_carries_its_token(response: HttpResponse) -> None:
    forms = re.findall(r'<form[^>]*method="post".*?</form>', response.text, re.DOTALL)
    assert forms
    assert all("csrfmiddlewaretoken" in form for form in forms)


@pytest.mark.parametrize(
    "path", ["/", "/people/", "/spaces/", "/spaces/town-hall", "/posts/{post}", "/people/alice"]
)
def test_each_page_can_be_asked_for_without_its_body(path: str, full: dict[str, int], bob: Person) -> None:
    response = as_(bob).head(path.format(**full))
    assert (response.status_code, response.content) == (200, b"")


def test_cookies_are_not_read_by_scripts_nor_sent_from_elsewhere(alice: Person) -> None:
    client = as_(None)
    client.post("/login", {"username": "alice", "password": PASSWORD})
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_a_page_that_is_not_here_says_so_in_words_to_everyone(alice: Person) -> None:
    for person in (None, alice):
        response = as_(person).get("/no-such-page")
        assert response.status_code == 404
        assert "<h1>" in response.text


def test_an_act_that_is_not_allowed_says_so_in_words(carol: Person) -> None:
    response = as_(carol).get("/network/")
    assert response.status_code == 403
    assert "<h1>" in response.text
    assert "/no-such" not in response.text


def test_a_form_that_is_too_old_says_that_nothing_is_lost(alice: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    response = client.post("/posts/", {"text": "Hi"})
    assert response.status_code == 403
    assert "te oud" in response.text


def test_a_fault_of_ours_is_told_in_both_languages_without_its_cause(
    alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the secret cause")

    monkeypatch.setattr("knoop.people.models.PersonQuerySet.present", fail)
    client = as_(alice)
    client.raise_request_exception = False
    response = client.get("/people/")
    assert response.status_code == 500
    assert "Hier ging iets mis" in response.text
    assert "Something went wrong" in response.text
    assert "secret cause" not in response.text
    assert_it_works_under_its_policy(response)
    assert "Content-Security-Policy" in response

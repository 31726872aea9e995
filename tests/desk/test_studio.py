"""A story is made by who tells it, looked over without a mark, and posted the way of any other post."""

import re

import pytest
from django.utils import translation

from knoop.community.posts.models import Draft, Kind, Post
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.leadership.desk.checks import look_over
from knoop.leadership.desk.models import CallToAction, Retelling, SignUp, Story
from knoop.leadership.desk.patterns import GUIDES, Pattern
from knoop.leadership.desk.retelling import linked
from knoop.people.models import Person

OURS = "http://127.0.0.1:8000"


@pytest.fixture
def story(alice: Person, as_) -> Story:
    alice.speak("en")
    as_(alice).post("/studio/", {"pattern": "action"})
    return Story.objects.get()


@pytest.fixture
def told(story: Story, open_space: Space, alice: Person, as_) -> Post:
    """Posted from the studio, with something to sign up to."""
    client = as_(alice)
    made = {"title": "The key", "text": "On Monday it opened.", "ask": "Come along on Tuesday"}
    response = client.post(f"/studio/stories/{story.pk}", made | {"compose": "1"})
    page = client.get(response["Location"]).text
    assert f'name="story" value="{story.pk}"' in page
    draft = Draft.objects.get()
    sent = {"kind": "story", "title": "The key", "text": "On Monday it opened.", "space": open_space.slug}
    client.post("/posts/", sent | {"draft": draft.pk, "story": story.pk})
    return Post.objects.get()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("pattern", Pattern)
def test_each_of_our_examples_has_all_that_the_checks_look_for(pattern: Pattern, language: str) -> None:
    with translation.override(language):
        findings = look_over(str(GUIDES[pattern].example), language)
        missing = {finding.key: finding.says for finding in findings if not finding.is_there}
    assert missing == {}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_memo_is_told_what_a_story_has_and_why(language: str) -> None:
    memo = {
        "nl": "De implementatie van de governance is afgerond. De stakeholders volgen later.",
        "en": "The implementation of the governance was completed. The stakeholders follow later.",
    }
    findings = look_over(memo[language])
    assert {finding.key for finding in findings if not finding.is_there} == {
        *("person", "place", "turn", "doubt", "ask", "jargon", "length")
    }
    assert all(str(finding.why) and str(finding.try_) and finding.says for finding in findings)
    assert "governance" in next(f for f in findings if f.key == "jargon").words


def test_an_empty_story_is_looked_over_without_findings() -> None:
    assert look_over("  \n ") == []


def test_answers_become_a_text_to_begin_on_and_never_take_the_place_of_one(story: Story, alice, as_) -> None:
    client, address = as_(alice), f"/studio/stories/{story.pk}"
    client.post(address, {"answer-who": "Rinske", "answer-when": "Last March", "together": "1"})
    story.refresh_from_db()
    assert story.text == "Rinske\n\nLast March"
    client.post(address, {"text": "My own words", "answer-who": "Rinske", "together": "1"})
    story.refresh_from_db()
    assert story.text == "My own words"


def test_the_checks_are_shown_without_a_figure_of_how_good_it_is(story: Story, alice, as_) -> None:
    address = f"/studio/stories/{story.pk}"
    response = as_(alice).post(address, {"text": "Last Tuesday at the gate Rinske came in.", "look": "1"})
    text = as_(alice).get(response["Location"].partition("#")[0]).text
    assert "“Rinske”" in text
    assert text.count('class="finding"') == 7
    assert not re.search(r"<meter|<progress|\d+ ?%", text)


def test_a_story_is_its_authors_alone_until_it_is_posted(story: Story, bob: Person, as_) -> None:
    assert as_(bob).get(f"/studio/stories/{story.pk}").status_code == 404
    assert as_(bob).post(f"/studio/stories/{story.pk}", {"text": "Mine"}).status_code == 404


def test_a_story_is_posted_by_the_composer_in_its_authors_name(told: Post, story: Story, alice) -> None:
    story.refresh_from_db()
    assert (told.author, told.kind, story.post) == (alice, Kind.STORY, told)
    assert told.call.words == "Come along on Tuesday"
    assert not Draft.objects.exists()


def test_the_story_of_another_is_not_taken_along_by_its_number(
    story: Story, open_space: Space, bob: Person, as_
) -> None:
    Story.objects.update(ask="Come along")
    sent = {"kind": "story", "title": "Mine", "text": "It opened.", "space": open_space.slug}
    as_(bob).post("/posts/", sent | {"story": story.pk})
    story.refresh_from_db()
    assert story.post is None
    assert not CallToAction.objects.exists()


def test_people_sign_up_and_withdraw_and_only_the_author_reads_who(
    told: Post, bob: Person, carol: Person, alice: Person, as_
) -> None:
    address = f"/calls/{told.call.pk}/sign-up"
    carol.speak("en")
    for _again in range(2):
        as_(bob).post(address)
    assert SignUp.objects.get().person == bob
    assert "1 person takes part" in as_(carol).get(f"/posts/{told.pk}").text
    assert 'href="/people/bob"' not in as_(carol).get(f"/posts/{told.pk}").text
    assert 'href="/people/bob"' in as_(alice).get(f"/posts/{told.pk}").text
    as_(bob).post(f"{address}/end")
    assert not SignUp.objects.exists()
    verbs = Event.objects.filter(verb__startswith="call.").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["call.joined", "call.left"]


def test_who_asks_it_does_not_sign_up_to_it(told: Post, alice: Person, as_) -> None:
    assert as_(alice).post(f"/calls/{told.call.pk}/sign-up").status_code == 403


def test_a_call_in_a_space_that_one_cannot_see_is_not_there(
    told: Post, closed_space, carol, bob, as_
) -> None:
    Post.objects.filter(pk=told.pk).update(space=closed_space)
    assert as_(carol).post(f"/calls/{told.call.pk}/sign-up").status_code == 404
    assert as_(bob).post(f"/calls/{told.call.pk}/sign-up").status_code == 302


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see /posts/12", [12]),
        (f"see {OURS}/posts/12?comment=3#x and {OURS}/posts/12", [12]),
        (f"[this one]({OURS}/posts/7)", [7]),
        ("[this one](/posts/7), and (/posts/8).", [7, 8]),
        ("https://elsewhere.example/posts/12", []),
        ("/posts/12/edit and /posts/new and /compost/posts/9", []),
    ],
)
def test_a_text_leads_to_posts_of_ours_and_not_to_look_alikes(text: str, found: list[int]) -> None:
    assert linked(text) == found


def test_how_far_a_story_was_retold_is_counted_by_steps_of_others(
    told: Post, bob, carol, as_, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        first = Post.objects.write(bob, told.space, f"Read this: /posts/{told.pk}")
        Post.objects.write(carol, told.space, f"Bob found something: /posts/{first.pk}")
        Post.objects.write(told.author, told.space, f"My own: /posts/{told.pk}")  # no retelling
        told.answer(carol, f"Again /posts/{told.pk}")  # below it, so none either
        first.answer(carol, f"I tell it too: /posts/{told.pk}")
    kept = Retelling.objects.order_by("steps", "pk").values_list("story", "steps")
    assert list(kept) == [(told.pk, 1), (told.pk, 1), (told.pk, 2)]
    text = as_(told.author).get(f"/posts/{told.pk}").text
    assert "Retold 3 times" in text
    assert "By 2 people" in text
    assert "2 steps away" in text


def test_what_a_reader_may_not_see_is_not_counted_as_retold(
    told: Post, closed_space, carol, as_, django_capture_on_commit_callbacks
) -> None:
    bob = Person.objects.get(handle="bob")
    for reader in (bob, carol):
        reader.speak("en")
    with django_capture_on_commit_callbacks(execute=True):
        hidden = Post.objects.write(bob, closed_space, f"Read this: /posts/{told.pk}")
    assert "Retold" not in as_(carol).get(f"/posts/{told.pk}").text
    assert "Retold once" in as_(bob).get(f"/posts/{told.pk}").text
    with django_capture_on_commit_callbacks(execute=True):
        hidden.edit(bob, "Never mind")
    assert not Retelling.objects.exists()


def test_a_guest_has_no_studio(guest: Person, as_) -> None:
    assert as_(guest).get("/studio/").status_code == 403

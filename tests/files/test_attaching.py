"""Files on posts and answers: added with them, kept when the form comes back, shown with them."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knoop.base import clock
from knoop.community.files import tasks
from knoop.community.files.attachments import attach, detach, load
from knoop.community.files.models import Attachment, File
from knoop.community.posts.models import Comment, Draft, Post
from knoop.community.posts.publishing import publish
from knoop.community.posts.tasks import forget_withdrawn
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.people.models import Person
from tests import making
from tests.files.making import docx, kept, pdf, picture, sent
from tests.making import as_


def posted(client, space: Space, text: str = "Look", **more: object):
    return client.post("/posts/", {"space": space.slug, "text": text, **more})


def names(kind: str, pk: int) -> list[str]:
    rows = Attachment.objects.filter(kind=kind, thing_id=pk).order_by("place")
    return [row.file.name for row in rows]


def test_files_that_come_with_a_post_hang_on_it(open_space: Space, alice: Person) -> None:
    response = posted(
        as_(alice), open_space, files=[sent("a.jpg", picture()), sent("b.pdf", pdf()), sent("c.docx", docx())]
    )
    assert response.status_code == 302
    post = Post.objects.get()
    assert names("post", post.pk) == ["a.jpg", "b.pdf", "c.docx"]
    assert Event.objects.filter(verb="file.attached").count() == 3
    text = as_(alice).get(post.get_absolute_url()).text
    assert re.search(r'<ul class="pictures" data-count="1">.*?<img [^>]*src="/files/', text, re.DOTALL)
    assert "b.pdf" in text


def test_files_that_come_with_an_answer_hang_on_it(post: Post, bob: Person, carol: Person) -> None:
    as_(bob).post(f"/posts/{post.pk}/answers", {"text": "Like this", "files": [sent("a.jpg", picture())]})
    comment = Comment.objects.get()
    assert names("comment", comment.pk) == ["a.jpg"]
    assert "a.jpg" in as_(carol).get(post.get_absolute_url()).text


def test_what_was_chosen_survives_a_form_that_is_refused(open_space: Space, alice: Person) -> None:
    client = as_(alice)
    response = posted(client, open_space, text="", files=[sent("a.jpg", picture())])
    assert response.status_code == 422
    [key] = re.findall(r'name="file" value="([^"]+)"', response.text)
    assert posted(client, open_space, file=[key], **{f"alt-{key}": "A bridge"}).status_code == 302
    assert names("post", Post.objects.get().pk) == ["a.jpg"]
    assert File.objects.get().alt == "A bridge"


def test_one_that_is_refused_is_named_and_does_not_take_the_others_along(
    open_space: Space, alice: Person
) -> None:
    files = [sent("a.jpg", picture()), sent("bad.png", b"<script>")]
    response = posted(as_(alice), open_space, files=files)
    assert response.status_code == 422
    assert "bad.png" in response.text
    assert "Look" in response.text
    assert [file.name for file in File.objects.all()] == ["a.jpg"]
    assert not Post.objects.exists()


def test_without_scripts_files_are_added_before_the_post_is_written(open_space: Space, alice: Person) -> None:
    response = posted(as_(alice), open_space, text="", add="yes", files=[sent("a.jpg", picture())])
    assert response.status_code == 200
    assert 'role="alert"' not in response.text
    assert re.search(r'name="alt-[^"]+"', response.text)
    assert not Post.objects.exists()


def test_what_is_left_out_does_not_go_along(open_space: Space, alice: Person) -> None:
    first, second = kept(alice, "a.txt"), kept(alice, "b.txt")
    posted(as_(alice), open_space, file=[first.key, second.key], without=[first.key])
    assert names("post", Post.objects.get().pk) == ["b.txt"]


def test_files_hang_in_the_order_that_was_chosen(open_space: Space, alice: Person) -> None:
    files = [kept(alice, f"{letter}.txt") for letter in "abc"]
    posted(as_(alice), open_space, file=[files[2].key, files[0].key, files[1].key])
    assert names("post", Post.objects.get().pk) == ["c.txt", "a.txt", "b.txt"]


def test_nobody_can_hang_up_somebody_elses_loose_file(open_space: Space, alice: Person, bob: Person) -> None:
    file = kept(alice)
    posted(as_(bob), open_space, file=[file.key])
    assert not Attachment.objects.exists()
    posted(as_(alice), open_space, file=[file.key])
    assert Attachment.objects.count() == 1


def test_a_file_that_hangs_somewhere_stays_there(
    open_space: Space, closed_space: Space, alice: Person
) -> None:
    file = kept(alice)
    Post.objects.write(alice, closed_space, "For us", files=[file])
    posted(as_(alice), open_space, file=[file.key])
    open_post = Post.objects.get(space=open_space)
    assert names("post", open_post.pk) == []
    attach([file], open_post, alice, open_space)
    assert Attachment.objects.get().thing_id != open_post.pk


def test_more_than_ten_files_are_refused_with_how_many_go(open_space: Space, alice: Person) -> None:
    files = [sent(f"{number}.txt", b"x") for number in range(11)]
    assert posted(as_(alice), open_space, files=files).status_code == 422
    assert File.objects.count() == 10


def test_a_post_that_is_sent_twice_has_its_files_once(open_space: Space, alice: Person) -> None:
    file = kept(alice)
    once = "00000000-0000-4000-8000-000000000001"
    for _time in range(2):
        assert posted(as_(alice), open_space, once=once, file=[file.key]).status_code == 302
    assert Post.objects.count() == Attachment.objects.count() == 1


def test_a_file_that_is_too_large_is_left_out_while_it_comes_in(
    open_space: Space, alice: Person, settings
) -> None:
    settings.LARGEST_FILE = 100_000
    files = [sent("large.txt", b"x" * 300_000), sent("small.txt", b"x")]
    response = posted(as_(alice), open_space, files=files)
    assert response.status_code == 422
    assert "large.txt" in response.text
    assert [file.name for file in File.objects.all()] == ["small.txt"]


def test_a_script_adds_a_file_and_gets_its_line(alice: Person) -> None:
    response = as_(alice).post("/files/", {"files": [sent("a.jpg", picture())]})
    assert response.status_code == 201
    file = File.objects.get()
    assert f'value="{file.key}"' in response.text
    assert "<html" not in response.text


def test_a_script_is_told_what_is_wrong(alice: Person) -> None:
    response = as_(alice).post("/files/", {"files": [sent("a.jpg", b"nothing")]})
    assert response.status_code == 422
    assert "a.jpg" in response.text
    assert as_(alice).post("/files/").status_code == 422


def test_a_picture_says_what_it_shows_or_that_nobody_said(open_space: Space, alice: Person) -> None:
    told, untold = kept(alice, "a.jpg", picture()), kept(alice, "b.jpg", picture())
    told.alt = 'The "new" bridge'
    Post.objects.write(alice, open_space, "Look", files=[told, untold])
    text = as_(alice).get("/spaces/town-hall").text
    assert 'alt="The &quot;new&quot; bridge"' in text
    assert re.search(r'alt="[^"]+: b.jpg"', text)


def test_what_is_taken_off_a_thing_is_loose_again(open_space: Space, alice: Person, bob: Person) -> None:
    file = kept(alice)
    post = Post.objects.write(alice, open_space, "Look", files=[file])
    assert as_(bob).get(file.content_address).status_code == 200
    detach([file], post, alice)
    assert as_(bob).get(file.content_address).status_code == 404
    assert File.objects.loose_of(alice).get() == file


def test_files_of_all_posts_and_answers_of_a_page_cost_one_query(open_space: Space, alice: Person) -> None:
    posts = making.posts(open_space, [alice], 30)
    comments = making.comments(posts[0], [alice], 10)
    for thing in (*posts, *comments):
        attach([kept(alice, "a.jpg", picture()), kept(alice)], thing, alice, open_space)
    with CaptureQueriesContext(connection) as asked:
        load(posts, comments)
        shown = [file.thumbnail for thing in (*posts, *comments) for file in thing.attached.all]
    assert len(asked) == 1
    assert len(shown) == 80


@pytest.mark.parametrize("address", ["/", "/spaces/town-hall", "/people/alice", "/posts/{post}"])
def test_a_page_with_many_files_costs_what_one_with_one_costs(
    address: str, open_space: Space, alice: Person, bob: Person
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert as_(bob).get(address.format(post=posts[0].pk)).status_code == 200
        return len(asked)

    posts = making.posts(open_space, [alice], 20)
    attach([kept(alice, "a.jpg", picture())], posts[0], alice, open_space)
    cost()  # a first visit writes down that it was one
    few = cost()
    for post in posts:
        attach([kept(alice, "a.jpg", picture()), kept(alice)], post, alice, open_space)
    assert cost() == few


def test_a_draft_keeps_its_files_until_it_is_posted(open_space: Space, alice: Person, monkeypatch) -> None:
    written = {"space": open_space.slug, "text": "Not yet", "files": [sent("a.jpg", picture())]}
    assert as_(alice).post("/drafts/", written).status_code == 302
    later = clock.now() + timedelta(days=5)
    with monkeypatch.context() as patch:
        patch.setattr(clock, "now", lambda: later)
        tasks.sweep.enqueue()
    file = File.objects.get()
    draft = Draft.objects.get()
    assert f'value="{file.key}"' in as_(alice).get(f"/posts/new?draft={draft.pk}").text
    posted(as_(alice), open_space, draft=draft.pk, file=[file.key])
    assert names("post", Post.objects.get().pk) == ["a.jpg"]


def test_a_post_for_later_goes_with_its_files(open_space: Space, alice: Person, bob: Person) -> None:
    posted(as_(alice), open_space, due_at="2099-01-01T10:00", files=[sent("a.jpg", picture())])
    due = clock.now() + timedelta(hours=2)
    posted(as_(alice), open_space, due_at=due.strftime("%Y-%m-%dT%H:%M"), files=[sent("a.jpg", picture())])
    draft = Draft.objects.get()
    file = File.objects.get(key__in=draft.sent["file"])
    assert as_(bob).get(file.content_address).status_code == 404
    assert publish(draft)
    assert as_(bob).get(file.content_address).status_code == 200


def test_files_are_gone_with_the_words_they_went_with_and_come_back_with_them(
    open_space: Space, alice: Person, bob: Person
) -> None:
    file = kept(alice)
    post = Post.objects.write(alice, open_space, "Look", files=[file])
    post.withdraw(alice)
    assert as_(bob).get(file.content_address).status_code == 404
    assert file.key not in as_(bob).get(post.get_absolute_url()).text
    post.restore(alice)
    assert as_(bob).get(file.content_address).status_code == 200


def test_files_of_words_that_are_gone_for_good_are_let_go(
    open_space: Space, alice: Person, monkeypatch
) -> None:
    post = Post.objects.write(alice, open_space, "Look", files=[kept(alice)])
    post.answer(alice, "And", files=[kept(alice)]).withdraw(alice)
    other = Post.objects.write(alice, open_space, "Stays", files=[kept(alice)])
    post.withdraw(alice)
    later = clock.now() + timedelta(days=3)
    monkeypatch.setattr(clock, "now", lambda: later)
    forget_withdrawn.enqueue()
    tasks.sweep.enqueue()
    assert [row.thing_id for row in Attachment.objects.all()] == [other.pk]
    assert File.objects.count() == 1


def test_choosing_another_kind_of_post_keeps_the_files(open_space: Space, alice: Person) -> None:
    sent_along = {"text": "Who?", "intent": "ask", "files": [sent("a.jpg", picture())]}
    text = as_(alice).post("/posts/new", sent_along).text
    assert f'name="file" value="{File.objects.get().key}"' in text

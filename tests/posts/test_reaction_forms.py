"""Reactions are made once for all that have the same ones; each form is still of its thing and reader."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from knoop.community.posts.models import tally
from tests.making import as_


def form(thing, person, template="posts/reactions.html") -> str:
    tally([thing], person)
    request = RequestFactory().get("/")
    request.user = person
    made = render_to_string(template, {"thing": thing}, request)
    return re.sub(r'(name="csrfmiddlewaretoken" value=")\w+', r"\1", made).strip()


@pytest.mark.parametrize("emoji", ["", "👍", "🌉", "<b>"])
def test_a_form_that_is_kept_is_the_one_that_its_template_makes(post, alice, bob, emoji):
    comment = post.answer(bob, "So")
    for thing in (post, comment):
        if emoji:
            thing.react(bob, emoji)
        for person in (alice, bob):
            assert form(thing, person) == form(thing, person, "posts/reactions_form.html")


def test_two_things_with_the_same_reactions_have_each_their_own_address(post, closed_post, bob):
    one, other = form(post, bob), form(closed_post, bob)
    assert f"/posts/{post.pk}/" in one
    assert f"/posts/{post.pk}/" not in other
    assert (
        one.replace(f"/posts/{post.pk}/", f"/posts/{closed_post.pk}/").replace(
            f"post-{post.pk}", f"post-{closed_post.pk}"
        )
        == other
    )


def test_a_reaction_is_pressed_for_who_gave_it_alone(post, alice, bob):
    post.react(bob, "👍")
    assert 'aria-pressed="true"' in form(post, bob)
    assert 'aria-pressed="true"' not in form(post, alice)


def test_each_reader_has_their_own_token_in_what_is_kept(post, alice, bob):
    tokens = set()
    for person in (alice, bob, alice):
        page = as_(person).get(f"/posts/{post.pk}").text
        tokens |= {found[:64] for found in re.findall(r'csrfmiddlewaretoken" value="(\w+)', page)}
    assert len(tokens) == 3
    assert "the" not in tokens

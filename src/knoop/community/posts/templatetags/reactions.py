"""The reactions below a post or comment, made once for all that have the same ones.

They're the largest part of a feed and took the most time to make, and most things have none, or one or two.
What differs is the number of the thing and the token of the form: those are put in afterwards.
"""

from dataclasses import dataclass
from functools import lru_cache

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from knoop.community.posts.models import Comment, Post
from knoop.community.posts.reactions import Reactable, Tally
from knoop.web.kept import TOKEN

register = template.Library()
PLACE = 918_273_645_918  # a number that stands for the thing's
KINDS: dict[str, type[Reactable]] = {kind.word: kind for kind in (Post, Comment)}


@dataclass
class Shape:
    """A thing with these reactions, whichever it is."""

    word: str
    tallies: tuple[Tally, ...]
    takes_reactions: bool
    pk: int = PLACE

    @property
    def reactions_address(self) -> str:
        return KINDS[self.word](pk=self.pk).reactions_address

    @property
    def withdrawal_address(self) -> str:
        return KINDS[self.word](pk=self.pk).withdrawal_address

    @property
    def offers(self) -> list[Tally]:
        thing = KINDS[self.word]()
        thing.tallies = self.tallies
        return thing.offers


@register.simple_tag(takes_context=True)
def reaction_form(context: Context, thing: Reactable) -> SafeString:
    shape = _made(get_language() or "", thing.word, tuple(thing.tallies), thing.takes_reactions)
    form = shape.replace(str(PLACE), str(thing.pk)).replace(TOKEN, str(context["csrf_token"]))
    return mark_safe(form)  # noqa: S308 - a template's, with a number and a token of letters and digits


@lru_cache(maxsize=4096)
def _made(_language: str, word: str, tallies: tuple[Tally, ...], takes: bool) -> str:
    """Nothing of who looks is in it but which of the reactions are theirs, and that is in `tallies`."""
    context = {"thing": Shape(word, tallies, takes), "csrf_token": TOKEN}
    return render_to_string("posts/reactions_form.html", context)

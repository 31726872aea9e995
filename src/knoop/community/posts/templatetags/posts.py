"""Who a post or an answer is by."""

from django import template

from knoop.community.posts.models import Comment, Post
from knoop.people.models import Person

register = template.Library()


@register.filter
def is_by(thing: Post | Comment, person: Person) -> bool:
    return thing.author_id == person.pk

"""What the desk adds to other pages: what a post is for, what a story asks, how far it was retold."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from knoop.community.posts.forms_post import WritePost
from knoop.community.posts.models import Kind, Post
from knoop.leadership.desk import policy
from knoop.leadership.desk.models import CallToAction, Wanted
from knoop.leadership.desk.purposes import how_it_went
from knoop.leadership.desk.retelling import Told
from knoop.leadership.desk.stories import story_of
from knoop.people.models import Person
from knoop.web.slots import in_slot


@in_slot("composer.top", order=10)
def purpose(request: HttpRequest, form: WritePost) -> str:
    if not policy.may_choose_purpose(request.user):
        return ""
    chosen = form.data.get("purpose", "") if form.is_bound else ""
    return render_to_string("desk/purpose.html", {"choices": Wanted.choices, "chosen": chosen}, request)


@in_slot("composer.top", order=20)
def from_the_studio(request: HttpRequest, form: WritePost) -> str:
    if form.chosen_kind != Kind.STORY:
        return ""
    context = {"story": story_of(form), "may_use_studio": policy.may_use_studio(request.user)}
    return render_to_string("desk/from_studio.html", context, request)


@in_slot("post.below", order=20)
def call(request: HttpRequest, post: Post) -> str:
    if post.kind != Kind.STORY or post.withdrawn_at:
        return ""
    found = CallToAction.objects.for_page(request.user).filter(post=post).first()
    if found is None:
        return ""
    shows = policy.may_see_who_signed_up(request.user, found)
    people = found.sign_ups.select_related("person").order_by("pk") if shows else []
    may_sign_up = policy.may_sign_up(request.user, found)
    context = {"call": found, "sign_ups": people, "shows": shows, "may_sign_up": may_sign_up}
    return render_to_string("desk/call.html", context, request)


@in_slot("post.below", order=30)
def retold(request: HttpRequest, post: Post) -> str:
    if post.kind != Kind.STORY or post.withdrawn_at:
        return ""
    is_own = post.author_id == request.user.pk
    context = {"told": Told(post, request.user), "is_own": is_own, "post": post}
    return render_to_string("desk/retold.html", context, request)


@in_slot("post.below", order=40)
def went(request: HttpRequest, post: Post) -> str:
    """Below a leader's own post, for them alone."""
    if not policy.may_see_how_it_went(request.user, post):
        return ""
    found = how_it_went(post)
    return render_to_string("desk/how_it_went.html", {"went": found}, request) if found else ""


@in_slot("nav", order=12)
def desk(request: HttpRequest, _thing: object) -> str:
    if not policy.may_have_desk(request.user):
        return ""
    return render_to_string("desk/link.html", {}, request)


@in_slot("person.acts", order=5)
def to_ledger(request: HttpRequest, person: Person) -> str:
    if not policy.may_read_ledger(request.user, person):
        return ""
    return render_to_string("desk/to_ledger.html", {"person": person}, request)


@in_slot("composer.intents", order=60)
def to_studio(request: HttpRequest, _form: object) -> str:
    return render_to_string("desk/to_studio.html", {}, request) if policy.may_use_studio(request.user) else ""

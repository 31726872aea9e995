from django.db.models import Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.community.files.forms import sent
from knoop.community.messages import policy
from knoop.community.messages.forms import AddPerson, NameGroup, Say, StartConversation
from knoop.community.messages.models import Conversation, Message, Participation
from knoop.community.messages.reading import name_for, talk, talks
from knoop.people.models import Person

SUGGESTED = 8


@require_safe
def conversations(request: HttpRequest) -> HttpResponse:
    found = talks(request.user, request.GET.get("before", ""))
    return render(request, f"messages/conversations.html{'#list' if request.htmx else ''}", {"talks": found})


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Whom to is put together by asking for a name; then it is sent."""
    given = request.POST if request.method == "POST" else request.GET
    filled_in = sent(request) if request.method == "POST" else {"person": request.user}
    form = StartConversation(**filled_in, to=_to(given))
    if form.is_valid():
        conversation = Conversation.objects.between(request.user, form.people)
        _say(conversation, form)
        return redirect(conversation)
    words = given.get("find", "").strip()
    context = {
        "form": form,
        "text": given.get("text", ""),
        "find": words,
        "found": _found(request.user, words, form.people),
    }
    return render(request, "messages/start.html", context, status=form.status)


def _say(conversation: Conversation, form: Say) -> Message:
    words = form.cleaned_data
    return conversation.say(form.person, words["text"], words["once"], form.chosen)


def _to(given):  # type: ignore[no-untyped-def]
    gone = given.get("not-to", "")
    return [handle for handle in [*given.getlist("to"), given.get("with", "")] if handle and handle != gone]


def _found(person: Person, words: str, people_chosen: list[Person]) -> list[Person]:
    people = (
        Person.objects.visible_to(person)
        .present()
        .exclude(pk__in=[one.pk for one in (person, *people_chosen)])
    )
    for word in words.split():
        people = people.filter(Q(name__icontains=word) | Q(handle__icontains=word))
    return list(people.for_directory()[:SUGGESTED]) if words else []


@require_safe
def conversation(request: HttpRequest, pk: int) -> HttpResponse:
    return _conversation(request, _fetch(request, pk))


def _fetch(request: HttpRequest, pk: int) -> Conversation:
    present = Prefetch("participations", Participation.objects.present(), to_attr="present")
    found = fetch(Conversation.objects.prefetch_related(present), request.user, pk=pk)
    name_for(found, request.user)
    return found


def _conversation(
    request: HttpRequest, found: Conversation, status: int = 200, **forms: object
) -> HttpResponse:
    mine = next(one for one in found.present if one.person_id == request.user.pk)
    said = talk(found, request.user, request.GET.get("before", ""))
    read_until = mine.read_until
    if said.messages and "before" not in request.GET:
        mine.read(said.messages[-1].sent_at)
    context = {
        "conversation": found,
        "talk": said,
        "read_until": read_until,
        "mine": mine,
        "may_write": policy.may_write(request.user, found),
        "may_add": policy.may_add(request.user, found),
        "form": Say(),
        "add": AddPerson(by=request.user),
        "name": NameGroup(instance=found),
    } | forms
    part = "#talk" if request.htmx else ""
    return render(request, f"messages/conversation.html{part}", context, status=status)


@require_POST
def messages(request: HttpRequest, pk: int) -> HttpResponse:
    found = _fetch(request, pk)
    require(policy.may_write(request.user, found))
    form = Say(**sent(request))
    if not form.is_valid():
        return _conversation(request, found, form.status, form=form)
    message = _say(found, form)
    return _conversation(request, found, newest=message) if request.htmx else redirect(message)


@require_POST
def people(request: HttpRequest, pk: int) -> HttpResponse:
    found = _fetch(request, pk)
    require(policy.may_add(request.user, found))
    form = AddPerson(request.POST, by=request.user)
    if not form.is_valid():
        return _conversation(request, found, 422, add=form)
    found.add(form.person, by=request.user)
    return redirect(found)


@require_POST
def departure(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Conversation.objects, request.user, pk=pk)
    require(policy.may_leave(request.user, found))
    found.leave(request.user)
    return redirect("conversations")


@require_POST
def name(request: HttpRequest, pk: int) -> HttpResponse:
    found = _fetch(request, pk)
    require(found.is_group)
    form = NameGroup(request.POST, instance=found)
    if not form.is_valid():
        return _conversation(request, found, 422, name=form)
    found.rename(form.cleaned_data["name"])
    return redirect(found)


@require_POST
def mute(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Conversation.objects, request.user, pk=pk)
    mine = found.participations.get(person=request.user)
    mine.mute(not mine.is_muted)
    return redirect(found)


@require_POST
def withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    message = fetch(Message.objects, request.user, pk=pk)
    require(policy.may_withdraw(request.user, message))
    message.withdraw(request.user)
    return redirect(message)

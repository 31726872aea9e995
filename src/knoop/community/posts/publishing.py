"""What was written for later becomes a post, as if it were sent now."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from knoop.community.posts.forms_post import WritePost
from knoop.community.posts.models import Draft
from knoop.community.spaces import policy as spaces
from knoop.community.spaces.models import Space

LEFT_OUT = {"csrfmiddlewaretoken", "intent", "more", "page", "draft", "add", "without"}


def kept_of(sent: QueryDict) -> dict[str, list[str]]:
    """What a draft keeps of a form that was sent."""
    return {name: values for name, values in sent.lists() if name not in LEFT_OUT}


def form_of(draft: Draft, **without: Any) -> WritePost:
    """The form that `draft` was written with."""
    sent: MultiValueDict[str, str] = MultiValueDict({**draft.sent, **without})
    seen = Space.objects.visible_to(draft.author).current()
    return WritePost(sent, person=draft.author, spaces=seen, draft=draft)


@transaction.atomic
def publish(draft: Draft) -> bool:
    """Posts `draft`, or holds it when that can't be done any more. Says whether it was posted."""
    rows = Draft.objects.kept().select_for_update(of=("self",)).select_related("handover__by")
    locked = rows.filter(pk=draft.pk, due_at=draft.due_at).first()
    if locked is None:  # somebody else posted, changed or discarded it meanwhile
        return False
    locked.author = draft.author
    # Its moment has come, so it isn't asked for one any more.
    form = form_of(locked, due_at=[])
    if not (locked.author.is_active and form.is_valid() and _may_still(form)):
        locked.hold()
        return False
    form.post()
    locked.delete()
    return True


def _may_still(form: WritePost) -> bool:
    return spaces.may_write(form.person, form.cleaned_data["space"])

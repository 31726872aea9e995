from collections.abc import Mapping

from django.db.models import Count, Q
from django.utils.translation import ngettext

from knoop.community.posts.models import Comment
from knoop.people.expertise import knows_of
from knoop.people.models import Person

LATELY = 5_000  # answers looked through
MOST = 40
AN_ANSWER = 0.5
AT_MOST = 2.5  # talking much doesn't outdo saying that you may be asked


@knows_of
def answers(reader: Person, words: list[str]) -> Mapping[int, tuple[float, str]]:
    """Who answered others about it lately, where the reader may read along."""
    newest = Comment.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    says = Q()
    for word in words:
        says |= Q(text__icontains=word)
    seen = Comment.objects.visible_to(reader).filter(says, pk__gt=newest - LATELY)
    counted = seen.order_by().values_list("author").annotate(count=Count("pk")).order_by("-count", "author")
    return {
        author: (
            min(AT_MOST, AN_ANSWER * count),
            ngettext("Lately %(count)d answer mentions it", "Lately %(count)d answers mention it", count)
            % {"count": count},
        )
        for author, count in counted[:MOST]
    }

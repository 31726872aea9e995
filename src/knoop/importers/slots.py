"""What importers add to pages: that a post came from elsewhere, so that nobody takes it for said here."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from knoop.archives.platforms import PLATFORMS
from knoop.community.posts.models import Post
from knoop.importers.models import Origin
from knoop.web.slots import in_slot


@in_slot("post.below", order=5)
def origin(request: HttpRequest, post: Post) -> str:
    if post.once:  # of a form of ours: it was written here
        return ""
    found = Origin.objects.filter(kind=Origin.Kind.POST, pk_here=post.pk).values_list("archive", flat=True)
    archive = found.first()
    platform = PLATFORMS.get((archive or "").partition(":")[0])
    if platform is None:
        return ""
    return render_to_string("importers/origin.html", {"platform": platform.title}, request)

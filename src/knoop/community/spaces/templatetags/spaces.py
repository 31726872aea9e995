"""The head that all pages of a space share, and its sign."""

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from knoop.community.spaces.models import Space
from knoop.community.spaces.standing import standing
from knoop.web.templatetags.web import icon

register = template.Library()


@register.simple_tag
def space_sign(space: Space, size: str = "") -> SafeString:
    """A tile in the colour of the space; silent for screen readers: the name is beside it."""
    sign = icon(space.icon) if space.icon else _letter(space.name)
    return format_html(
        '<span class="space-sign {}" data-hue="{}" aria-hidden="true">{}</span>', size, space.colour, sign
    )


def _letter(name: str) -> str:
    return next((letter for letter in name if letter.isalnum()), "·").upper()


@register.simple_tag(takes_context=True)
def space_head(context, space: Space, tab: str = "") -> SafeString:  # type: ignore[no-untyped-def]
    """Name, purpose, who may read, what whoever looks can do, and the tabs with `tab` as the current one."""
    request = context["request"]
    count = getattr(space, "people_count", None)
    above = Space.known.visible_to(request.user).filter(pk=space.above_id).first() if space.above_id else None
    return SafeString(
        render_to_string(
            "spaces/head.html",
            {
                "space": space,
                "standing": standing(request.user, space),
                "count": space.memberships.present().count() if count is None else count,
                "above": above,
                "tab": tab,
            },
            request,
        )
    )

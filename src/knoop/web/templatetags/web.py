"""Small parts that each page is made of."""

from collections.abc import Hashable
from datetime import datetime
from functools import cache

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from knoop.base import clock
from knoop.base.addresses import address
from knoop.web import kept, slots, stylesheet

register = template.Library()
HUES = 8
KEYS = object()
FACES = {"large": (96, 256)}  # pixels for usual screens and for sharp ones


class Url(URLNode):
    """`url` as Django has it; where nothing but the parts tells which address, it's remembered."""

    def render(self, context: template.Context) -> str:
        if self.kwargs or self.asvar:
            plain: str = super().render(context)
            return plain
        parts = [part.resolve(context) for part in self.args]
        found = address(self.view_name.resolve(context), *parts)
        escaped: str = conditional_escape(found) if context.autoescape else found
        return escaped


@register.tag
def url(parser: Parser, token: Token) -> Url:
    node = django_url(parser, token)
    return Url(node.view_name, node.args, node.kwargs, node.asvar)


class KeptNode(template.Node):
    child_nodelists = ("nodelist",)

    def __init__(self, given: dict[str, FilterExpression], nodelist: NodeList, place: Hashable) -> None:
        self.given, self.nodelist, self.place = given, nodelist, place

    def render(self, context: template.Context) -> SafeString:
        given = {name: value.resolve(context) for name, value in self.given.items()}
        keys = context.render_context.get(KEYS)
        if keys is None:
            keys = context.render_context[KEYS] = kept.Keys()

        def made() -> str:
            return self.nodelist.render(context.new(given | {"csrf_token": kept.TOKEN}))

        try:
            part = kept.parts.part(keys.of(self.place, given), made)
        except kept.Unkeepable:
            part = made()
        return mark_safe(part.replace(kept.TOKEN, str(context["csrf_token"])))  # noqa: S308 - a template's


@register.tag("kept")
def keep(parser: Parser, token: Token) -> KeptNode:
    """`{% kept post place=space.pk %}…{% endkept %}` sees what it's given alone; see knoop.web.kept."""
    words = token.split_contents()[1:]
    named = [word if "=" in word else f"{word}={word}" for word in words]
    given = template.base.token_kwargs(named, parser)
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(given, nodelist, (parser.origin.name, token.lineno, token.contents))


@register.simple_tag
@cache  # a page has a hundred; the sprite's address is the same as long as the process lives
def icon(name: str) -> SafeString:
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("web/icons.svg"),
        name,
    )


@register.simple_tag
def avatar(person, size: str = "") -> SafeString:  # type: ignore[no-untyped-def]
    """A photo, or initials on a colour that stays the person's; silent: the name is beside it."""
    if person.photo:
        small, large = (person.photo_address(pixels) for pixels in FACES.get(size, (48, 96)))
        return format_html(
            '<img class="avatar {}" src="{}" srcset="{} 2x" width="40" height="40" alt="" loading="lazy">',
            size,
            small,
            large,
        )
    return format_html(
        '<span class="avatar {}" data-hue="{}" aria-hidden="true">{}</span>',
        size,
        person.pk % HUES,
        person.initials,
    )


@register.simple_tag
def guest_mark(person) -> SafeString:  # type: ignore[no-untyped-def]
    """Beside the name of somebody from outside the organisation; nothing for colleagues."""
    if not person.is_guest:
        return SafeString("")
    return format_html('<span class="guest-mark">{}</span>', _("guest"))


@register.simple_tag(takes_context=True)
def slot(context, place: str, thing: object = None) -> SafeString:  # type: ignore[no-untyped-def]
    """What other rooms add at this place; see knoop.web.slots."""
    return slots.filled(place, context["request"], thing)


@register.filter
def ago(moment: datetime) -> SafeString:
    """How long ago, in words as short as they can be; the exact moment for who asks."""
    local = timezone.localtime(moment)
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        local.isoformat(),
        date_format(local, _("j F Y, H:i")),
        _age(local),
    )


def _age(moment: datetime) -> str:
    now = timezone.localtime(clock.now())
    minutes = int((now - moment).total_seconds() // 60)
    if minutes < 1:
        return _("just now")
    if minutes < 60:
        return ngettext("%(count)d minute ago", "%(count)d minutes ago", minutes) % {"count": minutes}
    if minutes < 24 * 60:
        hours = minutes // 60
        return ngettext("%(count)d hour ago", "%(count)d hours ago", hours) % {"count": hours}
    return date_format(moment, _("j F") if moment.year == now.year else _("j F Y"))


@register.simple_tag
def stylesheet_address() -> str:
    return reverse("stylesheet", args=[stylesheet.current().digest])


@register.filter
def as_percentage(share: float | None) -> str:
    """Of every hundred; neither none nor all unless it is."""
    if share is None:
        return "–"
    hundredths = round(share * 100) if share in (0, 1) else min(99, max(1, round(share * 100)))
    return _("%(share)s%%") % {"share": hundredths}

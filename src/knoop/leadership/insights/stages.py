"""The five stages in words: what one sees, what helps and what doesn't."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class StageInWords:
    number: int
    name: Promise
    seen: Promise
    helps: Promise
    hinders: Promise


STAGES = {
    1: StageInWords(
        1,
        _("scattered"),
        _("Most colleagues talk within their own small circle; no majority is connected."),
        _("Weave actively: invite personally, introduce circles that share an interest, answer first posts."),
        _("Launching to everybody at once, or steering on volume."),
    ),
    2: StageInWords(
        2,
        _("hub-and-spoke"),
        _("Colleagues find each other through one person. If that person stops, the network falls apart."),
        _("Give the hub's role away: introduce those around it to each other and let others host."),
        _("Being the answer desk, or letting one voice fill the stream."),
    ),
    3: StageInWords(
        3,
        _("multi-hub"),
        _("Several people connect their own part of the organisation; between those parts it is still thin."),
        _("Give informal leaders a visible mandate and hours, and start small projects across parts."),
        _("Appointing managers over informal groups."),
    ),
    4: StageInWords(
        4,
        _("core-periphery"),
        _("A dense core holds together a wide circle that joins in now and then."),
        _("Keep the core open: bring in people from the edge and let roles rotate."),
        _("A closed inner circle."),
    ),
    5: StageInWords(
        5,
        _("mature"),
        _("The network stays whole, whoever takes a step back."),
        _("Care for it: divide what grows too large, arrange succession, measure what it brings."),
        _("More of the same targets for activity."),
    ),
}

"""How a space looks: a colour and a sign out of few, so that they stay told apart."""

from django.utils.translation import gettext_lazy as _

HUES = 8
ICONS = [
    ("book-open", _("book")),
    ("calendar-days", _("calendar")),
    ("chart-bar", _("figures")),
    ("flag", _("flag")),
    ("globe", _("globe")),
    ("hand-heart", _("helping hand")),
    ("house", _("house")),
    ("lightbulb", _("light bulb")),
    ("map-pin", _("place")),
    ("megaphone", _("megaphone")),
    ("messages-square", _("conversation")),
    ("network", _("network")),
    ("newspaper", _("newspaper")),
    ("shield", _("shield")),
    ("sparkles", _("sparkles")),
    ("users", _("people")),
]
HUE_NAMES = [
    (0, _("petrol")),
    (1, _("amber")),
    (2, _("blue")),
    (3, _("plum")),
    (4, _("moss")),
    (5, _("brick")),
    (6, _("violet")),
    (7, _("forest")),
]

"""Signals that say what somebody is about to say, among those they may see."""

from __future__ import annotations

from threading import Lock

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from knoop.community.signals.likeness import PENDING, Index, Shape, from_bytes
from knoop.community.signals.models import Outline, Signal
from knoop.community.signals.outlines import shape_of
from knoop.community.signals.raising import RaiseSignal
from knoop.people.models import Person
from knoop.web.slots import in_slot

SHOWN = 3
LEAST = 0.4  # likeness below which a signal isn't shown
WINDOWS = (60, 600, 6000)  # of the most alike: how many are asked whether somebody may see them
OVERLAP = 50  # numbers that may have been given out but weren't there yet at the last look
FEWEST_LETTERS = 8


class Known:
    """The index of this process, brought up to date at each question by what came since."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.forget()

    def forget(self) -> None:
        self.index = Index()
        self.signals: dict[int, int] = {}  # outline → signal
        self._last_outline = 0
        self._last_signal = 0

    def update(self) -> None:
        with self._lock:
            self._read_outlines()
            if lacking := self._signals_without():
                Outline.objects.write(Signal.objects.filter(pk__in=lacking))
                self._read_outlines()
            self.index.pack(PENDING)

    def nearest(self, asked: Shape, most: int) -> list[int]:
        """Outlines; not while another thread puts what is new beside the rest."""
        with self._lock:
            return [outline for _how, outline in self.index.nearest(asked, LEAST, most)]

    def _read_outlines(self) -> None:
        since = Outline.objects.readable().filter(pk__gt=self._last_outline - OVERLAP).order_by("pk")
        for pk, signal, kept in since.values_list("pk", "signal_id", "shape").iterator(chunk_size=5000):
            if pk not in self.signals:
                self.signals[pk] = signal
                self.index.add(pk, from_bytes(bytes(kept)))
            self._last_outline = max(self._last_outline, pk)
            self._last_signal = max(self._last_signal, signal)

    def _signals_without(self) -> list[int]:
        recent = Signal.objects.filter(pk__gt=self._last_signal - OVERLAP, outline=None)
        return list(recent.values_list("pk", flat=True))


known = Known()


def alike(person: Person, title: str, text: str = "") -> list[Signal]:
    """The few signals most like it that `person` may see, the most alike first."""
    if len(f"{title} {text}".strip()) < FEWEST_LETTERS:
        return []
    known.update()
    asked = shape_of(title, text)
    if asked.is_empty:
        return []
    for window in WINDOWS:
        near = known.nearest(asked, window)
        places = _seen(person, near)
        if len(places) >= SHOWN or len(near) < window:
            break
    first = sorted(places, key=lambda pk: places[pk])[:SHOWN]
    found = {signal.pk: signal for signal in Signal.objects.filter(pk__in=first).for_list()}
    return [found[pk] for pk in first if pk in found]


def _seen(person: Person, outlines: list[int]) -> dict[int, int]:
    """Of signals that are there, stand by themselves and may be seen: the place of their outline.

    By their own numbers, the rest asked here: SQLite would else read all that aren't merged, nearly all.
    """
    place = {outline: at for at, outline in enumerate(outlines)}
    numbers = [known.signals[outline] for outline in outlines]
    seen = Signal.objects.visible_to(person).filter(pk__in=numbers)
    rows = seen.values_list("pk", "outline", "merged_into")
    return {pk: place[outline] for pk, outline, into in rows if into is None and outline in place}


@in_slot("signal.alike")
def beside_the_title(request: HttpRequest, form: RaiseSignal) -> str:
    typed = (form["title"].value() or "", form["text"].value() or "")
    found = alike(request.user, *typed) if form.is_bound else []
    return render_to_string("signals/alike.html", {"alike": found}, request)


@require_POST
def page(request: HttpRequest) -> HttpResponse:
    """While somebody types. What they type is in no address, so in no log."""
    found = alike(request.user, request.POST.get("title", ""), request.POST.get("text", ""))
    return render(request, "signals/alike.html#found", {"alike": found})

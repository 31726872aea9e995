"""Fills the page of the demo's director, as `seed` tells it, telling nobody."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from knoop.base import clock, markdown


def fill(seed: Any, director: Any, people: dict[str, Any]) -> None:
    """Once: again does nothing."""
    from knoop.leadership.desk.models import LeaderPage, LeaderQuestion, OfficeHour

    if LeaderPage.objects.exists():
        return
    LeaderPage(person=director).say(seed.VISION, shows_record=True)
    OfficeHour.objects.create(
        leader=director,
        weekday=seed.WEEKDAY,
        begins=time(*seed.BEGINS),
        minutes=seed.MINUTES,
        place=seed.PLACE,
    )
    for told in seed.ASKED:
        asked_at = clock.now() - timedelta(days=told.days)
        LeaderQuestion.objects.create(
            to=director,
            by=people[told.by],
            text=told.text,
            asked_at=asked_at,
            answer=told.answer,
            html=markdown.render(told.answer) if told.answer else "",
            answered_at=asked_at + timedelta(days=told.after) if told.answer else None,
        )

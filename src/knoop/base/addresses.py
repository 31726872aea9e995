"""Addresses of pages, remembered: a list has hundreds, and finding one takes longer than reading its row."""

from functools import lru_cache

from django.urls import reverse

MOST = 50_000


@lru_cache(maxsize=MOST)
def address(name: str, *parts: int | str) -> str:
    """Where the page `name` of these parts is. Raises NoReverseMatch."""
    return reverse(name, args=parts)

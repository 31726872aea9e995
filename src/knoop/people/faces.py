"""Photos of people: kept small and square under a name that changes with the photo."""

from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from knoop.base import images

SIZES = (48, 96, 256)
LARGEST = 10 * 1024 * 1024  # bytes of the file that is sent


def keep(person: int, content: bytes, square: images.Square) -> str:
    """Stores the photo in all sizes. Returns its name. Raises images.UnusableImage."""
    made = images.reencoded(content, SIZES, square)
    name = sha256(made[max(SIZES)]).hexdigest()[:20]
    for size, picture in made.items():
        place = place_of(person, name, size)
        if not default_storage.exists(place):
            default_storage.save(place, ContentFile(picture))
    return name


def forget(person: int, name: str) -> None:
    """Deletes the photo once what is being done is certain."""
    if name:
        transaction.on_commit(
            lambda: [default_storage.delete(place_of(person, name, size)) for size in SIZES]
        )


def place_of(person: int, name: str, size: int) -> str:
    return f"photos/{person}-{name}-{size}.webp"

"""What stands of a person beside their words. The rest of a profile isn't read for a list of them."""

from knoop.people.models import Person

SHOWN = {"id", "handle", "name", "title", "photo", "unit", "is_guest"}


def unshown(path: str) -> list[str]:
    """What a queryset leaves out of the people at `path`, such as "author"."""
    return [f"{path}__{field.name}" for field in Person._meta.concrete_fields if field.name not in SHOWN]

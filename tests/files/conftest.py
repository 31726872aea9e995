"""Files go to a folder of the test, and are read from there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.storage import default_storage


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, settings: object) -> Path:
    """The folder in which what is sent is kept."""
    folder = tmp_path / "files"
    settings.STORAGES = settings.STORAGES | {
        "default": settings.STORAGES["default"]
        | {"OPTIONS": settings.STORAGES["default"]["OPTIONS"] | {"location": folder}}
    }
    return folder


@pytest.fixture
def stored(shelf: Path) -> Callable[[], list[str]]:
    """The names of all that is kept."""

    def names() -> list[str]:
        return sorted(file.name for file in shelf.rglob("*") if file.is_file())

    assert default_storage.location == str(shelf)
    return names

"""Files go to a folder of the test, and are read from there."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from tests.files import s3 as s3_server
from tests.files.s3 import Server


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


@pytest.fixture(scope="session")
def s3() -> Iterator[Server]:
    with s3_server.running() as server:
        yield server


@pytest.fixture
def bucket(s3: Server, request: pytest.FixtureRequest) -> str:
    """One of its own for each test."""
    name = f"knoop-{sha256(request.node.nodeid.encode()).hexdigest()[:20]}"
    s3.client.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": s3_server.REGION})
    return name

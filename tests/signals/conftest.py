import pytest

from knoop.community.signals.alike import known
from tests.notify.conftest import heard, told

__all__ = ["heard", "told"]  # acts whose listeners are told, and what people read of them


@pytest.fixture(autouse=True)
def _nothing_read() -> None:
    """Each test has a database of its own; the index of look-alikes is the process's."""
    known.forget()


@pytest.fixture(autouse=True)
def _in_english(settings) -> None:
    settings.LANGUAGE_CODE = "en"

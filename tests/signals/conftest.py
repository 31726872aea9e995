import pytest

from tests.notify.conftest import heard, told

__all__ = ["heard", "told"]  # acts whose listeners are told, and what people read of them


@pytest.fixture(autouse=True)
def _in_english(settings) -> None:
    settings.LANGUAGE_CODE = "en"

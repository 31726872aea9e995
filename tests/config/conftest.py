import pytest

from knoop.config import translations


@pytest.fixture(scope="session", autouse=True)
def _compiled_translations() -> None:
    translations.compile_changed()

from pathlib import Path

import pytest
from django.utils.translation.reloader import translation_file_changed

from knoop.config import translations


@pytest.fixture(scope="session", autouse=True)
def _compiled_translations() -> None:
    translations.compile_changed()
    # Django reads the default language while it loads the models, so before any fixture.
    translation_file_changed(None, Path("django.mo"))

from collections.abc import Callable
from contextlib import contextmanager

import pytest
from django.test import TestCase


@pytest.fixture
def happening() -> Callable[..., object]:
    """What happens inside is told to who listens."""

    @contextmanager
    def happen():
        with TestCase.captureOnCommitCallbacks(execute=True):
            yield

    return happen

"""Stops a file that is too large while it comes in, before it fills a disk."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import HttpRequest


def left_out(request: HttpRequest) -> tuple[str, ...]:
    """The names of what was sent with `request` and is too large."""
    _read = request.FILES  # what is sent is read when somebody first asks
    return tuple(getattr(request, "left_out", ()))


class Bounded(FileUploadHandler):
    """Stands before Django's own; what is too large is left out and named in `request.left_out`."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.size = self.all = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.size = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.size += len(raw_data)
        self.all += len(raw_data)
        if self.all > settings.FILES_A_DAY:
            raise StopUpload(connection_reset=True)
        if self.size > settings.LARGEST_FILE:
            self.request.left_out = [*getattr(self.request, "left_out", ()), self.file_name or ""]
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None

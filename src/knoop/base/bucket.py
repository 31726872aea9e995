"""Keeps files in a bucket of S3-compatible storage instead of a folder.

The bucket is closed: only Knoop reads it, with its own key, after asking who may. See docs/files.md.
"""

from __future__ import annotations

import errno
import hashlib
import io
import re
from collections.abc import Mapping
from typing import IO, Any
from urllib.parse import quote, urlsplit

from django.core.files.base import File
from django.core.files.storage import Storage
from django.core.files.utils import validate_file_name
from django.utils.deconstruct import deconstructible
from urllib3 import BaseHTTPResponse, PoolManager, Retry, Timeout
from urllib3.exceptions import HTTPError

from knoop.base import clock
from knoop.base.signing import NOTHING, Signer

CHUNK = 256 * 1024
WINDOW = 8 * 1024 * 1024  # bytes asked for at once: who wants a part of a film doesn't have all of it sent
# What went wrong on the way or over there may go right a moment later; each request may be done twice.
AGAIN = Retry(3, status_forcelist=(500, 502, 503, 504), backoff_factor=0.2, raise_on_status=False)
PATIENCE = Timeout(connect=5, read=30)


class Unkept(OSError):
    """The storage didn't do what was asked; in words for an administrator."""


@deconstructible
class Bucket(Storage):
    def __init__(self, address: str, key: str, secret: str, region: str) -> None:
        """`address` is that of the bucket, or of a folder in it, such as https://s3.example.org/knoop."""
        parts = urlsplit(address)
        self.host = parts.netloc  # as it is sent along, with its port
        self.hostname = parts.hostname or ""
        self.is_encrypted = parts.scheme == "https"
        self.address = f"{parts.scheme}://{parts.netloc}"
        self.folder = quote(parts.path.strip("/"))
        self._signer = Signer(key, secret, region)
        self._pool = PoolManager(maxsize=16, retries=AGAIN, timeout=PATIENCE)

    def exists(self, name: str) -> bool:
        try:
            self.size(name)
        except FileNotFoundError:
            return False
        return True

    def size(self, name: str) -> int:
        """In bytes. Raises FileNotFoundError."""
        return int(self._asked("HEAD", name).headers["Content-Length"])

    def delete(self, name: str) -> None:
        """Without a word when there is none."""
        try:
            self._asked("DELETE", name)
        except FileNotFoundError:
            return

    def is_open(self, name: str) -> bool:
        """Whether who has no key can read it too."""
        path = self._path(name)
        try:
            said = self._pool.request("GET", self.address + path, redirect=False)
        except HTTPError as fault:
            raise _lost(fault) from fault
        return said.status < 300

    def keeps_old_versions(self, name: str) -> bool:
        """Whether what is deleted stays there, under a number."""
        return self._asked("HEAD", name).headers.get("x-amz-version-id", "null") != "null"

    def part(self, name: str, first: int, last: int) -> BaseHTTPResponse:
        """The bytes from `first` to `last`, still to be read."""
        answer = self._asked("GET", name, headers={"range": f"bytes={first}-{last}"}, is_read=False)
        if answer.status != 206:
            answer.close()
            raise Unkept(f"{self.host} doesn't give parts of files.")
        return answer

    def _open(self, name: str, mode: str = "rb") -> File[bytes]:
        if mode != "rb":
            raise ValueError(f"Files in a bucket are only read, not opened as {mode!r}; save them anew.")
        return File(io.BufferedReader(Kept(self, name), CHUNK), name)

    def _save(self, name: str, content: File[Any]) -> str:
        digest, size = hashlib.sha256(), 0
        for chunk in content.chunks(CHUNK):
            digest.update(chunk)
            size += len(chunk)
        content.seek(0)
        self._asked("PUT", name, content, {"content-length": str(size)}, digest.hexdigest())
        return name

    def _path(self, name: str) -> str:
        validate_file_name(name, allow_relative_path=True)
        return f"/{self.folder}/{quote(name)}"

    def _asked(
        self,
        method: str,
        name: str,
        body: IO[bytes] | File[Any] | None = None,
        headers: Mapping[str, str] | None = None,
        digest: str = NOTHING,
        *,
        is_read: bool = True,
    ) -> BaseHTTPResponse:
        """The answer to a signed request. Raises FileNotFoundError or Unkept."""
        path = self._path(name)
        signed = self._signer.headers(method, self.host, path, clock.now(), sent=headers or {}, digest=digest)
        try:
            answer = self._pool.request(
                method,
                self.address + path,
                body=body,
                headers=signed,
                redirect=False,
                preload_content=is_read,
            )
            if answer.status < 300:
                return answer
            said = answer.data  # all of it, so that the connection can be used again
        except HTTPError as fault:
            raise _lost(fault) from fault
        found = re.search(rb"<Code>(\w{1,60})</Code>", said[:4096])
        code = found[1].decode() if found else f"status {answer.status}"
        if answer.status == 404 and method != "PUT" and code != "NoSuchBucket":
            raise FileNotFoundError(errno.ENOENT, "This isn't in the storage", name)
        raise Unkept(f"{self.host} refused to {method} it ({code}).")


class Kept(io.RawIOBase):
    """A file in a bucket, of which no more is fetched than is read."""

    def __init__(self, bucket: Bucket, name: str) -> None:
        self._coming: BaseHTTPResponse | None = None
        self._until = 0  # where what is coming ends
        self._at = 0
        self._bucket, self._key = bucket, name
        self._size = bucket.size(name)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise ValueError("There is nothing before the beginning.")
        if start + offset != self._at:
            self._let_go()
        self._at = start + offset
        return self._at

    def readinto(self, buffer: Any) -> int:
        wanted = min(len(buffer), self._size - self._at)
        if wanted <= 0:
            return 0
        if self._coming is None:
            self._until = min(self._at + WINDOW, self._size)
            self._coming = self._bucket.part(self._key, self._at, self._until - 1)
        try:
            got = self._coming.read(min(wanted, self._until - self._at), decode_content=False)
        except HTTPError as fault:
            raise _lost(fault) from fault
        if not got:
            raise Unkept("The storage sent less than it has.")
        buffer[: len(got)] = got
        self._at += len(got)
        if self._at == self._until:
            self._let_go()
        return len(got)

    def close(self) -> None:
        self._let_go()
        super().close()

    def _let_go(self) -> None:
        if self._coming is not None:
            whole = self._at == self._until
            self._coming.release_conn() if whole else self._coming.close()
            self._coming = None


def _lost(fault: HTTPError) -> Unkept:
    return Unkept(f"The storage of files doesn't answer ({type(fault).__name__}).")

"""Gives what is stored to a browser: whole, or a part of it, or word that it has it already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

CHUNK = 64 * 1024
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
# Whatever it holds, it isn't a page of this site: no scripts, no forms, nothing of what is kept for the site.
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
# A browser's own reader of PDFs doesn't start in a sandbox; it runs outside the site's origin as it is.
READER = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"


def served(
    request: HttpRequest, stored_as: str, *, name: str, media: str, etag: str, inline: bool, keep: int = 0
) -> HttpResponseBase:
    """The response to `request` for what is stored as `stored_as`.

    `keep`: for how many seconds the browser that asked may show it without asking again.
    """
    etag = f'"{etag}"'
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        response: HttpResponseBase = unchanged
    else:
        response = _opened(request, stored_as, media, etag)
    response["ETag"] = etag
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = f"private, max-age={keep}" if keep else "private, no-cache"
    response["Vary"] = "Cookie"
    response["Content-Disposition"] = content_disposition_header(not inline, name) or "attachment"
    response["Content-Security-Policy"] = READER if inline and media == "application/pdf" else SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _opened(request: HttpRequest, stored_as: str, media: str, etag: str) -> HttpResponseBase:
    contents = default_storage.open(stored_as)
    size = contents.size
    part = _part(request, size, etag)
    if part is None:
        whole = FileResponse(contents, content_type=media)
        whole.block_size = CHUNK
        return whole
    first, last = part
    if first > last:
        contents.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"}, content_type=media)
    contents.seek(first)
    response = FileResponse(_limited(contents, last - first + 1), status=206, content_type=media)
    response._resource_closers.append(contents.close)
    response["Content-Length"] = last - first + 1
    response["Content-Range"] = f"bytes {first}-{last}/{size}"
    return response


def _part(request: HttpRequest, size: int, etag: str) -> tuple[int, int] | None:
    """The first and last byte that are asked for; first after last when there are none such; None: the whole.

    Several parts at once are answered with the whole, as the standard allows.
    """
    asked = RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    if asked is None or asked[0] == "bytes=-" or request.method != "GET":
        return None
    if request.headers.get("If-Range", etag) != etag:
        return None
    if not asked[1]:
        count = int(asked[2])
        return (max(0, size - count), size - 1) if count else (1, 0)
    first = int(asked[1])
    last = min(int(asked[2]), size - 1) if asked[2] else size - 1
    if asked[2] and int(asked[2]) < first:
        return None  # no range at all, so it's passed over
    return (first, last) if first < size else (1, 0)


def _limited(contents: BinaryIO, count: int) -> Iterator[bytes]:
    while count and (chunk := contents.read(min(CHUNK, count))):
        count -= len(chunk)
        yield chunk

"""What pages cost in the process that makes them: python -m benchmarks.web_pages TIMES, told in JSON."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urlencode, urlsplit

import numpy as np

from benchmarks.web_organisation import QUIET_READER, READER, UNTIL


@dataclass(frozen=True)
class Cost:
    name: str
    p50: float  # milliseconds
    p95: float
    cpu: float  # milliseconds of this process, on average
    queries: int
    kb: int  # of the answer


class Visitor:
    """A logged-in person who asks through WSGI, as the server does."""

    def __init__(self, application: Callable[..., Any], person: int) -> None:
        from django.conf import settings
        from django.test import Client

        from knoop.people.models import Person

        client = Client()
        client.force_login(Person.objects.get(pk=person))
        self.application = application
        self.cookies = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"

    def ask(self, path: str, form: dict[str, str] | None = None) -> tuple[int, bytes]:
        parts = urlsplit(path)
        body = urlencode(form or {}).encode()
        cookies = self.cookies
        if form is not None:
            cookies += f"; knoop_csrf={'a' * 32}"
            body += f"&csrfmiddlewaretoken={'a' * 32}".encode()
        surroundings = {
            "REQUEST_METHOD": "GET" if form is None else "POST",
            "PATH_INFO": parts.path,
            "QUERY_STRING": parts.query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8000",
            "HTTP_HOST": "127.0.0.1:8000",
            "HTTP_COOKIE": cookies,
            "HTTP_ACCEPT_LANGUAGE": "nl",
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.url_scheme": "http",
        }
        status: list[int] = []
        answer = self.application(surroundings, lambda line, _headers: status.append(int(line.split()[0])))
        content = b"".join(answer)
        answer.close()
        return status[0], content


def cost(name: str, ask: Callable[[], tuple[int, bytes]], times: int, expected: int = 200) -> Cost:
    from django.db import connection

    for _warm in range(5):
        ask()
    queries = 0

    def counted(execute: Callable[..., Any], *words: Any) -> Any:
        nonlocal queries
        queries += 1
        return execute(*words)

    with connection.execute_wrapper(counted):
        status, content = ask()
    if status != expected:
        raise RuntimeError(f"{name} was answered {status}, not {expected}")
    took = []
    cpu = time.process_time()
    for _time in range(times):
        began = time.perf_counter()
        ask()
        took.append((time.perf_counter() - began) * 1000)
    cpu = (time.process_time() - cpu) * 1000 / times
    p50, p95 = np.percentile(took, [50, 95])
    return Cost(name, float(p50), float(p95), cpu, queries, len(content) // 1000)


def pages(times: int) -> dict[str, Any]:
    from knoop.cli.server import ready_django

    ready_django()
    from datetime import UTC, datetime, timedelta

    from knoop.base import clock, keyset
    from knoop.community.posts.models import Comment, Post
    from knoop.config.wsgi import application
    from knoop.people.models import Person

    # The organisation stopped writing at a fixed moment; to its reader that is a moment ago.
    gone = datetime.now(UTC) - datetime.fromtimestamp(UNTIL, UTC) - timedelta(minutes=5)
    real = clock.now
    clock.now = lambda: real() - gone
    reader, quiet = Visitor(application, READER), Visitor(application, QUIET_READER)
    mine = Post.objects.in_spaces_of(Person.objects.get(pk=READER))
    busy = Comment.objects.filter(post__in=mine.order_by("-pk")[:400]).values_list("post", flat=True)
    fifty = min(set(busy), key=lambda pk: abs(Comment.objects.filter(post=pk).count() - 50))
    space = mine.filter(space__openness="open").first().space
    later = keyset.write(datetime.fromtimestamp(UNTIL, UTC) - timedelta(days=300), 1)
    words = "Wie kan morgen mee naar de klant in Oss? We vertrekken om acht uur bij de poort."
    costs = [
        cost("home, member of 50 spaces", lambda: reader.ask("/"), times),
        cost("home, 300 days back", lambda: reader.ask(f"/?before={later}"), times),
        cost("home, member of one space", lambda: quiet.ask("/"), times),
        cost("space", lambda: reader.ask(space.get_absolute_url()), times),
        cost("post with fifty comments", lambda: reader.ask(f"/posts/{fifty}"), times),
        cost("person", lambda: reader.ask("/people/p3"), times),
        cost("people", lambda: reader.ask("/people/"), times),
        cost("spaces", lambda: reader.ask("/spaces/"), max(5, times // 10)),
        cost(
            "writing a post",
            lambda: reader.ask("/posts/", {"space": space.slug, "text": words, "kind": "tell"}),
            times,
            expected=302,
        ),
    ]
    return {"cookies": reader.cookies, "pages": [asdict(one) for one in costs]}


if __name__ == "__main__":
    print(json.dumps(pages(int(sys.argv[1]))))

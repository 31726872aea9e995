"""A push service as browsers' makers have them, and a device behind it that opens what it gets."""

from __future__ import annotations

import json
import os
import threading
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import http_ece
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def written(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def read(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass(frozen=True)
class Arrived:
    said: dict[str, Any]  # once opened
    headers: dict[str, str]
    claims: dict[str, Any]  # of who sent it, signed by them


@dataclass
class Service:
    """Takes only what is signed with the key that the device subscribed for, as the real ones do."""

    signer: str  # the key, as Knoop gives it to browsers
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    secret: bytes = field(default_factory=lambda: os.urandom(16))
    arrived: list[Arrived] = field(default_factory=list)
    sealed: list[bytes] = field(default_factory=list)  # as they went over the line
    answers: int = 201
    port: int = 0

    @property
    def subscription(self) -> dict[str, str]:
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return {
            "endpoint": f"http://127.0.0.1:{self.port}/push/one",
            "key": written(point),
            "secret": written(self.secret),
        }

    def take(self, headers: dict[str, str], body: bytes) -> int:
        if self.answers >= 400:
            return self.answers
        claims = self._claims(headers["Authorization"])
        if claims is None or claims["aud"] != f"http://127.0.0.1:{self.port}":
            return 403
        self.sealed.append(body)
        opened = http_ece.decrypt(body, private_key=self.key, auth_secret=self.secret, version="aes128gcm")
        self.arrived.append(Arrived(json.loads(opened), headers, claims))
        return self.answers

    def _claims(self, authorisation: str) -> dict[str, Any] | None:
        """What the sender says of themselves, if they signed it."""
        parts = dict(part.strip().split("=", 1) for part in authorisation.removeprefix("vapid ").split(","))
        head, body, signature = parts["t"].split(".")
        raw = read(signature)
        numbers = int.from_bytes(raw[:32]), int.from_bytes(raw[32:])
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), read(self.signer))
        try:
            key.verify(encode_dss_signature(*numbers), f"{head}.{body}".encode(), ec.ECDSA(hashes.SHA256()))
        except InvalidSignature:
            return None
        return json.loads(read(body)) if parts["k"] == self.signer else None


@contextmanager
def push_service(signer: str) -> Iterator[Service]:
    service = Service(signer)

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(service.take(dict(self.headers), body))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    service.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()

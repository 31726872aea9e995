"""Signs a request to S3-compatible storage (AWS Signature Version 4), so that the secret never travels."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

ALGORITHM = "AWS4-HMAC-SHA256"
NOTHING = hashlib.sha256(b"").hexdigest()  # the digest of no contents


@dataclass(frozen=True)
class Signer:
    key: str
    secret: str = field(repr=False)
    region: str

    def headers(
        self,
        method: str,
        host: str,
        path: str,
        at: datetime,
        *,
        sent: Mapping[str, str],
        digest: str = NOTHING,
    ) -> dict[str, str]:
        """`sent`, and what has to go along with it.

        `path` is as it travels, with its percent signs; `digest` is that of the contents, in hexadecimals.
        """
        moment = at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        headers = {name.lower(): value for name, value in sent.items()}
        headers |= {"host": host, "x-amz-date": moment, "x-amz-content-sha256": digest}
        names = ";".join(sorted(headers))
        lines = "".join(f"{name}:{' '.join(headers[name].split())}\n" for name in sorted(headers))
        asked = "\n".join((method, path, "", lines, names, digest))
        scope = f"{moment[:8]}/{self.region}/s3/aws4_request"
        words = "\n".join((ALGORITHM, moment, scope, hashlib.sha256(asked.encode()).hexdigest()))
        signature = hmac.new(self._day_key(moment[:8]), words.encode(), hashlib.sha256).hexdigest()
        headers["authorization"] = (
            f"{ALGORITHM} Credential={self.key}/{scope},SignedHeaders={names},Signature={signature}"
        )
        return headers

    def _day_key(self, day: str) -> bytes:
        made = f"AWS4{self.secret}".encode()
        for word in (day, self.region, "s3", "aws4_request"):
            made = hmac.new(made, word.encode(), hashlib.sha256).digest()
        return made

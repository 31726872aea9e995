"""An S3 server that runs here: moto's, which checks signatures against keys that it gave out itself."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import urllib3

REGION = "eu-central-1"


@dataclass(frozen=True)
class Server:
    """`client` has all rights; Knoop is given `key` and `secret`."""

    address: str
    key: str
    secret: str
    client: Any

    def options(self, bucket: str, folder: str = "") -> dict[str, str]:
        address = f"{self.address}/{bucket}/{folder}".rstrip("/")
        return {"address": address, "key": self.key, "secret": self.secret, "region": REGION}

    @contextmanager
    def without_checks(self) -> Iterator[None]:
        """While it asks for no signatures: who has no key gets what a bucket's own rights say."""
        urllib3.request("POST", f"{self.address}/moto-api/reset-auth", body=b"1000")
        yield
        urllib3.request("POST", f"{self.address}/moto-api/reset-auth", body=b"0")

    def names(self, bucket: str) -> list[str]:
        return sorted(one["Key"] for one in self.client.list_objects_v2(Bucket=bucket).get("Contents", ()))


@contextmanager
def running() -> Iterator[Server]:
    os.environ["INITIAL_NO_AUTH_ACTION_COUNT"] = "3"  # those with which the user is made; read at the import
    from moto.server import ThreadedMotoServer

    started = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    started.start()
    try:
        host, port = started.get_host_and_port()
        yield _with_a_user(f"http://{host}:{port}")
    finally:
        started.stop()


def _with_a_user(address: str) -> Server:
    import boto3

    rights = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'

    def client(service: str, key: str = "nobody", secret: str = "nothing") -> Any:
        return boto3.client(
            service,
            endpoint_url=address,
            region_name=REGION,
            aws_access_key_id=key,
            aws_secret_access_key=secret,
        )

    keeper = client("iam")
    keeper.create_user(UserName="knoop")
    keeper.put_user_policy(UserName="knoop", PolicyName="all", PolicyDocument=rights)
    made = keeper.create_access_key(UserName="knoop")["AccessKey"]
    key, secret = made["AccessKeyId"], made["SecretAccessKey"]
    return Server(address, key, secret, client("s3", key, secret))

"""Where files go is read as it's meant; what is wrong is named, without the secret."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from knoop.config.storage import storage

FOLDER = Path("nowhere")


def read(address, *, key="AKIA1", secret="s/e+cret", region=""):
    return storage("KNOOP_S3", {"": address, "_KEY": key, "_SECRET": secret, "_REGION": region}, FOLDER)


def test_without_an_address_files_are_in_the_data_folder_for_its_owner_only():
    options = read("")["OPTIONS"]
    assert options == {
        "location": FOLDER,
        "file_permissions_mode": 0o600,
        "directory_permissions_mode": 0o700,
    }


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("https://s3.example.org/knoop", "https://s3.example.org/knoop"),
        ("https://S3.example.org:443/knoop-files/", "https://s3.example.org/knoop-files"),
        ("http://127.0.0.1:9000/knoop/of/us", "http://127.0.0.1:9000/knoop/of/us"),
        ("http://[::1]:9000/knoop", "http://[::1]:9000/knoop"),
    ],
)
def test_an_address_says_the_server_the_bucket_and_a_folder(value, meant):
    options = read(value)["OPTIONS"]
    assert options == {"address": meant, "key": "AKIA1", "secret": "s/e+cret", "region": "us-east-1"}


def test_a_region_is_what_the_storage_calls_it():
    assert read("https://s3.example.org/knoop", region="eu-central-1")["OPTIONS"]["region"] == "eu-central-1"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("s3://knoop", "begins with s3://"),
        ("s3.example.org/knoop", "begins with nothing://"),
        ("https:///knoop", "names no host"),
        ("https://s3.example.org", "names no bucket"),
        ("https://s3.example.org/Knoop", "names no bucket"),
        ("https://s3.example.org/knoop/../other", "names no bucket"),
        ("https://AKIA1:topsecret@s3.example.org/knoop", "KNOOP_S3_KEY"),
        ("https://s3.example.org:port/knoop", "host or port"),
        ("https://s3.example.org/knoop?topsecret", "has a ?"),
    ],
)
def test_an_address_that_cant_be_is_named_with_how_to_write_it(value, said):
    with pytest.raises(ImproperlyConfigured, match=r"^KNOOP_S3 .* write it as https://") as fault:
        read(value)
    assert said in str(fault.value)
    assert "topsecret" not in str(fault.value)


@pytest.mark.parametrize(
    ("part", "value", "named"),
    [
        ("key", "", "KNOOP_S3_KEY"),
        ("secret", "", "KNOOP_S3_SECRET"),
        ("secret", "topsecret topsecret", "KNOOP_S3_SECRET"),
        ("region", "Frankfurt am Main", "KNOOP_S3_REGION"),
    ],
)
def test_what_is_missing_beside_the_address_is_named(part, value, named):
    with pytest.raises(ImproperlyConfigured, match=named) as fault:
        read("https://s3.example.org/knoop", **{part: value})
    assert "topsecret" not in str(fault.value)

"""Pictures of pages, as designers and translators ask for them."""

from tests.cli.commands import knoop


def test_a_picture_is_taken_of_each_page_and_look_that_was_asked_for(tmp_path):
    made = tmp_path / "pictures"
    done = knoop(
        tmp_path / "data",
        "screenshots",
        made,
        "--page",
        "spaces",
        "--page",
        "people",
        "--page",
        "log in",
        "--look",
        "390-dark-en",
    )
    assert done.returncode == 0, done.stderr
    files = sorted(made.iterdir())
    names = ("log-in", "people", "spaces")
    assert [file.name for file in files] == [f"{name}-390-dark-en.png" for name in names]
    assert all(file.read_bytes().startswith(b"\x89PNG") for file in files)


def test_a_page_that_does_not_exist_is_refused_with_those_that_do(tmp_path):
    done = knoop(tmp_path / "data", "screenshots", tmp_path, "--page", "attic")
    assert done.returncode == 2
    assert "'attic' is no page. Choose from: home" in done.stderr

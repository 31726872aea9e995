"""What a Knoop makes once for itself and keeps, such as the key that it signs with."""

import os
from pathlib import Path


def keep_first(kept: Path, made: bytes) -> None:
    """For its owner's eyes. Of two processes that make one at once the first one's stays."""
    draft = kept.with_name(f".{kept.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(made)
    try:
        # A link, not a rename: that would take the place of what another made.
        os.link(draft, kept)
    except FileExistsError:
        pass
    finally:
        draft.unlink()

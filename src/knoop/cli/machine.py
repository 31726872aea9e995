"""What is needed beside Python packages: found, or for tests installed where that's allowed."""

import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from knoop.cli.errors import Failed

SHELLS = ("chromium-headless-shell",)
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def browser() -> str:
    """The path of a Chromium, installed with the system's packages if need be. Raises Failed."""
    found = _found(BROWSERS)
    if not found and shutil.which("apt-get"):
        install("chromium")
        found = _found(BROWSERS)
    if not found:
        raise Failed(
            "The browser tests need Chromium. Install it (Debian, Ubuntu: apt install chromium; "
            "macOS: brew install --cask chromium) and start again."
        )
    return found


def shell() -> str:
    """A Chromium that only draws pages, at half the work; else the whole browser, which alone knows push."""
    found = _found(SHELLS)
    if not found and shutil.which("apt-get"):
        with suppress(Failed):  # Debian has it, Ubuntu doesn't
            install("chromium-headless-shell")
        found = _found(SHELLS)
    return found or browser()


OLDEST_JAVA = 17


def java() -> str:
    """The path of a Java 17 or newer, installed with the system's packages if need be. Raises Failed."""
    found = found_java()
    if not found and shutil.which("apt-get"):
        install("openjdk-17-jre-headless")
        found = found_java()
    if not found:
        raise Failed(no_java())
    return found


def found_java() -> str:
    """The Java that Spark will start, if it's new enough; or nothing."""
    home = os.environ.get("JAVA_HOME")
    path = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    return path if path and _java_version(path) >= OLDEST_JAVA else ""


def no_java() -> str:
    return (
        f"Spark needs Java {OLDEST_JAVA} or newer, as java on the PATH or in JAVA_HOME. Install it (Debian, "
        "Ubuntu: apt install openjdk-17-jre-headless; macOS: brew install openjdk@17) and start again."
    )


def _java_version(path: str) -> int:
    try:
        said = subprocess.run(
            [path, "-version"], capture_output=True, text=True, timeout=60, check=False
        ).stderr
    except (OSError, subprocess.TimeoutExpired):
        return 0
    version = re.search(r'version "(\d+)', said)
    return int(version[1]) if version else 0


def _found(names: tuple[str, ...]) -> str:
    for name in names:
        path = shutil.which(name) if "/" not in name else name
        # Ubuntu has a chromium-browser that only says to install a snap; it can't tell a version.
        if path and Path(path).exists() and _answers(path):
            return path
    return ""


def _answers(path: str) -> bool:
    try:
        return (
            subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False).returncode == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


def install(package: str) -> None:
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    print(f"Installing {package} with the system's packages…", file=sys.stderr, flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "--yes", "--no-install-recommends", package]):
        done = subprocess.run(
            [*sudo, "apt-get", "-qq", *words], env=environment, stdout=subprocess.DEVNULL, check=False
        )
        if done.returncode:
            raise Failed(
                f"{package} could not be installed. Run as an administrator: apt-get update && "
                f"apt-get install --yes {package}, and start again."
            )

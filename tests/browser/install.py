"""Sees to it that the browser tests have Debian's Chromium; run before the tests.

Installs it when the run is root and it is missing. Otherwise the browser tests are skipped, and
this says why.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str | None:
    """Path of an installed Chromium."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def why_not() -> str:
    """Why Chromium cannot be installed here; empty when it can."""
    if not shutil.which("apt-get"):
        return "there is no apt-get to install Chromium with"
    if os.geteuid() != 0:
        return "Chromium is missing and only root can install it"
    return ""


def main() -> None:
    if find_chromium():
        return
    reason = why_not()
    if not reason:
        quiet = {
            "stdout": subprocess.DEVNULL,
            "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        }
        for command in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
            done = subprocess.run(["apt-get", *command], check=False, **quiet)
            if done.returncode:
                reason = f"apt-get {command[0]} failed with status {done.returncode}"
                break
    if reason:
        print(f"Browser tests will be skipped: {reason}.", file=sys.stderr)


if __name__ == "__main__":
    main()

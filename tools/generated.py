"""Files that are generated and committed: writing them, and checking that the committed ones are current.

Lives here: the comparison and its message. Must not live here: what the files say.
"""

from __future__ import annotations

import argparse
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def write_or_check(path: Path, text: str, description: str) -> int:
    """A file, what it should hold, what the command does → exit status; `--check` on its command line only compares.

    0: written, or current; 1: `--check` found the committed file out of date.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the file is out of date")
    if not parser.parse_args().check:
        path.write_text(text, encoding="utf-8")
        return 0
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return 0
    print(f"{path.relative_to(ROOT)} is out of date; run: make docs")
    return 1

"""``python -m rst2pdf_tagged FILE...``: checks tagged files; see the package `verify`."""

from __future__ import annotations

import os
import sys

import pikepdf

from rst2pdf_tagged.verify import verify

GOOD, FAULTY, UNREAD = 0, 1, 2


def main(names: list[str]) -> int:
    """Print what is wrong with the files; return 0 if nothing is, 1 if anything, 2 if unread."""
    if not names:
        print("name a PDF to check:  python -m rst2pdf_tagged FILE...")
        return UNREAD
    return max([check(name) for name in names])


def check(name: str) -> int:
    """Print what is wrong with one file; return its status."""
    try:
        findings = verify(name)
    except pikepdf.PasswordError:
        print(f"{name}: a password keeps this file shut; save it without one and check that")
        return UNREAD
    except (OSError, pikepdf.PdfError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is damaged, or no PDF"
        print(f"{name}: this file cannot be read ({reason})")
        return UNREAD
    for finding in findings:
        place = f"page {finding.page}: " if finding.page else ""
        print(f"{name}: {place}{finding.sentence} [{finding.rule}]")
    if not findings:
        print(f"{name}: nothing found")
    return FAULTY if findings else GOOD


if __name__ == "__main__":
    try:
        status = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read along has seen enough; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = FAULTY
    sys.exit(status)

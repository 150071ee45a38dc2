"""``python -m rst2pdf_tagged FILE...``: checks tagged files; see the module `verify`."""

from __future__ import annotations

import sys

import pikepdf

from rst2pdf_tagged.verify import verify


def main(names: list[str]) -> int:
    """Print what is wrong with the files; return 0 if nothing is, 1 if anything, 2 if unread."""
    if not names:
        print("name a PDF to check:  python -m rst2pdf_tagged FILE...")
        return 2
    status = 0
    for name in names:
        try:
            findings = verify(name)
        except (OSError, pikepdf.PdfError) as error:
            print(f"{name}: this file cannot be read as a PDF ({type(error).__name__})")
            return 2
        for finding in findings:
            place = f"page {finding.page}: " if finding.page else ""
            print(f"{name}: {place}{finding.sentence} [{finding.rule}]")
        if findings:
            status = 1
        else:
            print(f"{name}: nothing found")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

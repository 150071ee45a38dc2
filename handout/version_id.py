"""The id at the foot of every page: of two piles of paper it tells which one is current.

It is the version and the beginning of a fingerprint of all that a reader sees: the chapters, the
pictures, how pages look on paper, how sure each fact is, and the clinic's facts.  Two printings
with the same id say the same.
"""

from __future__ import annotations

import hashlib
import re
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from handout.claims import load_claims
from handout.locales import ENGLISH, LOCALE
from handout.profile import CLINICS
from handout.translation import load_translation

if TYPE_CHECKING:
    from pathlib import Path

    from handout.profile import ClinicProfile

SEEN = ("source/*.rst", "source/labels.toml", "source/references.bib", "images/**/*", "theme/pdf/*")
# Lines of these files that nobody sees: marks of claims, and when a source was last checked.
UNSEEN = re.compile(rb"^[ ]*(?:\.\. claim::.*\n(?:[ ]*\n)?|checked[ ]*=.*\n)", re.MULTILINE)
LENGTH = 6
# The id in what somebody has typed or copied, with whatever dash a program has made of it.
DASH = "[-\u2010-\u2015\u2212]"
TYPED = re.compile(
    rf"(?P<version>\d[\w.]*)\s*{DASH}\s*(?P<print>[0-9a-f]{{{LENGTH}}})(?!\w)", re.IGNORECASE
)
# Letters that nobody sees, where a line may end.
INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")


def version_id(profile: ClinicProfile, root: Path, version: str, language: str) -> str:
    """Return the id of one clinic's handout, such as ``1.0-3f9a2c``.

    :param profile: its facts as the handout in *language* has them.
    :param root: the project's top folder; :param version: of the words, as in ``conf.py``.
    :raises HandoutError: the claims or the translation cannot be read.
    """
    digest = hashlib.sha256(f"{version}\n{language}\n{profile.model_dump_json()}".encode())
    if profile.brand.logo:
        digest.update((root / CLINICS / profile.brand.logo).read_bytes())
    own = () if language == ENGLISH else (f"{LOCALE}/{language}/images/*",)
    found = (path for pattern in (*SEEN, *own) for path in root.glob(pattern))
    for path in sorted(path for path in found if path.is_file()):
        digest.update(f"\n{path.relative_to(root).as_posix()}\n".encode())
        digest.update(UNSEEN.sub(b"", _as_saved_anywhere(path.read_bytes())))
    # The table "How sure is each fact?"
    for claim in load_claims(root):
        if claim.short:
            digest.update(f"\n{claim.strength} {claim.short}".encode())
    for words in load_translation(root, language).essence():
        digest.update(f"\n{words}".encode())
    return f"{version}-{digest.hexdigest()[:LENGTH]}"


def _as_saved_anywhere(data: bytes) -> bytes:
    """Return *data* without what only tells which program has saved a text."""
    return data.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def typed_id(text: str) -> str | None:
    """Return the id that somebody has typed, or copied with what stands around it, if any."""
    found = TYPED.search(text.translate(INVISIBLE))
    return f"{found['version']}-{found['print']}".lower() if found else None

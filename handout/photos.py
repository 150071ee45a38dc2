"""Pictures made of dots, PNG and JPEG: whether they are whole and can be printed."""

from __future__ import annotations

import io
import warnings

from PIL import Image

MOST_DOTS = 25_000_000
# Kind of a picture by its first bytes.
FIRST_BYTES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}
# As Pillow names them; others (CMYK, 16 bits a dot) cannot be printed as they are.
COLOURS = ("1", "L", "LA", "P", "PA", "RGB", "RGBA")
# Where a camera notes how it was held (EXIF 2.3, tag 274), and what it notes if upright.
ORIENTATION, UPRIGHT = 274, 1
TOO_LARGE = f"has over {MOST_DOTS:,} dots; save it smaller"


def kind_of_photo(data: bytes) -> str | None:
    """Return ``png`` or ``jpg``, by how *data* begins, or nothing."""
    return next((kind for first, kind in FIRST_BYTES.items() if data.startswith(first)), None)


def size_of_photo(data: bytes) -> tuple[int, int]:
    """Return width and height, in dots, of the picture in *data*, after reading all of it.

    :raises ValueError: it is damaged, too large or cannot be printed; what to do.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
                _check(picture)
                picture.load()
                return picture.size
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise ValueError(TOO_LARGE) from None
    except (OSError, SyntaxError):
        raise ValueError(
            "is a damaged picture; export it again from the program that made it"
        ) from None


def _check(picture: Image.Image) -> None:
    if picture.getexif().get(ORIENTATION, UPRIGHT) != UPRIGHT:
        raise ValueError(
            "is stored on its side, and would be printed so; turn it in a photo program and "
            "save it again"
        )
    if picture.width * picture.height > MOST_DOTS:
        raise ValueError(TOO_LARGE)
    if picture.mode == "CMYK":
        raise ValueError("has colors for a printing press (CMYK); save it again in RGB colors")
    if picture.mode not in COLOURS:
        raise ValueError("is not in RGB or gray of 8 bits; export it again in RGB")

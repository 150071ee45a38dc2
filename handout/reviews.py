"""Reads who has reviewed a translation, from ``locale/es/review.toml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from handout.errors import HandoutError
from handout.profile import Review
from handout.profile_faults import Faults
from handout.tables import read_toml

if TYPE_CHECKING:
    from pathlib import Path


def load_review(root: Path, file: str) -> Review | None:
    """Return the review in *file*, below the project folder *root*; ``None`` if there is none.

    :raises HandoutError: the file is wrong; all of its faults in one message.
    """
    if not (root / file).is_file():
        return None
    text, data = read_toml(root, file)
    told = Faults(text, {"": list(Review.model_fields)})
    faults = list(told.of_letters(data, ()))
    try:
        review = Review.model_validate(data)
    except ValidationError as error:
        faults += told.of_entries(error.errors())
    if faults:
        places = ((f"{file}:{line}" if line else file, words) for line, words in sorted(faults))
        raise HandoutError("\n".join(f"{place}: {words}" for place, words in places))
    return review

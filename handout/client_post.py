"""The clinic's post that the handout grew from, sentence by sentence, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from handout.tables import Listed, load_tables

if TYPE_CHECKING:
    from pathlib import Path

POST = "source/post.toml"
Became = Literal["kept", "restated", "moved", "left out"]
Text = Annotated[str, Field(min_length=1)]


class PostSentence(Listed):
    """One sentence of the post; ``source/post.toml`` says at its top what each entry means."""

    id: Annotated[str, Field(pattern=r"^\d+\.\d+$")]
    section: Text
    text: Text
    became: Became
    why: Text

    @property
    def heading(self) -> bool:
        """Return whether it is the heading of its section, which no claim restates."""
        return self.text == self.section


def load_post(root: Path) -> list[PostSentence]:
    """Return the sentences of the post, in its order.

    :param root: the project folder.
    :raises HandoutError: the list is missing or wrong; all of its faults in one message.
    """
    return load_tables(root, POST, "sentence", PostSentence)

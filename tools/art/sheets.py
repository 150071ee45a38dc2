"""Several pictures that one module draws."""

from __future__ import annotations

from pathlib import Path as File

from tools.art.canvas import Canvas


class Sheets:
    """Several pictures that one module draws from one word table."""

    def __init__(self, pictures: dict[str, Canvas]) -> None:
        self.pictures = pictures

    def write(self, file: File) -> None:
        """Write every picture beside the named one, with its language suffix."""
        _, *language = file.name.removesuffix(".svg").split(".", 1)
        for name, picture in self.pictures.items():
            path = file.with_name(".".join([name, *language, "svg"]))
            path.parent.mkdir(parents=True, exist_ok=True)
            picture.write(path)

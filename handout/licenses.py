"""Whose work goes out with the handout, and under which licenses: ``LICENSES.txt``."""

from __future__ import annotations

from fnmatch import fnmatchcase
from importlib import metadata
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

from pydantic import Field
from sphinx.errors import ConfigError

from handout.edition import edition_of
from handout.errors import HandoutError
from handout.tables import Listed, load_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx.application import Sphinx

SHIPPED = "theme/shipped.toml"
NAME = "LICENSES.txt"
RULE, THIN_RULE = "=" * 79, "-" * 79
# What packages call the address where they are at home, the best first (small letters).
HOMES = ("homepage", "home", "source", "code", "github", "repository", "documentation")

Text = Annotated[str, Field(min_length=1)]


class Part(Listed):
    """One work; ``theme/shipped.toml`` says at its top what each entry means."""

    name: Text
    distribution: Text | None = None
    license: Text
    ships: Text
    files: tuple[Text, ...] = ()
    texts: tuple[Text, ...] = ()

    def holds(self, name: str) -> bool:
        """Return whether the file *name* of the web site is of this work."""
        return any(_fits(name, pattern) for pattern in self.files)


def load_parts(root: Path) -> list[Part]:
    """Return all works that go out, as told below the project folder *root*.

    :raises HandoutError: the table is missing or wrong; all of its faults in one message.
    """
    return load_tables(root, SHIPPED, "part", Part)


def unnamed(names: Iterable[str], parts: Iterable[Part]) -> Iterator[str]:
    """Yield a sentence for each file of the web site that is not of exactly one of *parts*."""
    parts = list(parts)
    for name in names:
        owners = [part.name for part in parts if part.holds(name)]
        if not owners:
            yield (
                f"{SHIPPED}: the web site has a file {name}, and nothing here says whose work it "
                "is; name it under its [[part]]"
            )
        elif len(owners) > 1:
            yield (
                f"{SHIPPED}: the file {name} of the web site stands here under "
                f"{' and '.join(owners)}; keep it under one"
            )


def licenses(root: Path, words: Mapping[str, str]) -> str:
    """Return the text of ``LICENSES.txt``.

    :param words: that stand between the works, from ``source/labels.toml``.
    :raises HandoutError: a package is not installed, or has no such file.
    """
    parts = [_told(part, root, words) for part in load_parts(root)]
    return "\n".join([words["title"], RULE, "", words["head"], "", *parts])


def _told(part: Part, root: Path, words: Mapping[str, str]) -> str:
    lines = [RULE, part.name, RULE, "", f"{words['license']}: {part.license}"]
    lines += wrap(f"{words['ships']}: {part.ships}.", len(RULE))
    if part.distribution:
        package = _package(part)
        lines.append(f"{words['package']}: {part.distribution} {package.version}")
        lines += [f"{words['address']}: {address}" for address in _addresses(package)]
        texts = [_text_of(part, package, pattern) for pattern in part.texts]
    else:
        texts = [_read(root / name, name) for name in part.texts]
    for text in texts or [words["no-text"]]:
        lines += ["", THIN_RULE, "", text.rstrip(), ""]
    return "\n".join(lines)


def _package(part: Part) -> metadata.Distribution:
    try:
        return metadata.distribution(part.distribution or "")
    except metadata.PackageNotFoundError:
        raise HandoutError(
            f"the package {part.distribution} is not installed; type make, or correct this",
            f"{SHIPPED}:{part.line}",
        ) from None


def _addresses(package: metadata.Distribution) -> list[str]:
    """Return where *package* is at home, if it tells."""
    if home := package.metadata.get_all("Home-page"):
        return list(home)
    told = package.metadata.get_all("Project-URL") or []
    pairs = (address.partition(", ") for address in told)
    homes = {label.lower(): address for label, _, address in pairs}
    return [homes[label] for label in HOMES if label in homes][:1]


def _text_of(part: Part, package: metadata.Distribution, pattern: str) -> str:
    for file in package.files or []:
        if _fits(file.as_posix(), pattern):
            return _read(Path(str(file.locate())), pattern)
    raise HandoutError(
        f"the package {part.distribution} {package.version} has no file {pattern}; look for its "
        "license among its files, and correct 'texts'",
        f"{SHIPPED}:{part.line}",
    )


def _read(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise HandoutError("this license is gone or cannot be read; put it back", name) from None


def _fits(name: str, pattern: str) -> bool:
    """Return whether *name* is as *pattern* says, in which ``*`` stands for no slash."""
    names, patterns = name.split("/"), pattern.split("/")
    return len(names) == len(patterns) and all(map(fnmatchcase, names, patterns))


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Put the licenses into the finished web site."""
    if exception is not None or app.builder.name != "html":
        return
    words = edition_of(app.env).labels["licenses"]
    try:
        text = licenses(Path(app.confdir), words)
    except HandoutError as error:
        raise ConfigError(str(error)) from None
    Path(app.outdir, NAME).write_text(text, encoding="utf-8", newline="\n")


def setup(app: Sphinx) -> None:
    """Write the file at the end of each build."""
    app.connect("build-finished", on_build_finished)

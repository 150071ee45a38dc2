"""What a fault is, and the lists that the modules beside this one fill."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

Apply = Callable[[pikepdf.Pdf], None]


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a file, or that looks unusual and is not wrong.

    :ivar name: a short name.
    :ivar rule: the rule that must name it; empty if nothing is wrong.
    :ivar says: what is wrong, for a reader.
    :ivar apply: puts it into a good file, or fails.
    :ivar saving: how the file must be saved, such as encrypted.
    """

    name: str
    rule: str
    says: str
    apply: Apply
    saving: dict[str, Any] = field(default_factory=dict)

    def write(self, good: Path, target: Path) -> None:
        """Write the file at *good* with this fault to *target*."""
        with pikepdf.open(good) as pdf:
            self.apply(pdf)
            pdf.save(
                target,
                deterministic_id="encryption" not in self.saving,
                fix_metadata_version=False,  # or broken metadata are mended
                **self.saving,
            )


FAULTS: list[Fault] = []
HARMLESS: list[Fault] = []


def fault(rule: str, **saving: Any) -> Callable[[Apply], Apply]:
    """Put the decorated function into the catalogue, as something that *rule* must find."""
    return lambda apply: _register(FAULTS, rule, apply, saving)


def harmless(**saving: Any) -> Callable[[Apply], Apply]:
    """Put the decorated function among the things that no rule may find."""
    return lambda apply: _register(HARMLESS, "", apply, saving)


def _register(into: list[Fault], rule: str, apply: Apply, saving: dict[str, Any]) -> Apply:
    says = inspect.getdoc(apply)
    assert says, f"{apply.__name__} does not say what is wrong"
    assert apply.__name__ not in {entry.name for entry in FAULTS + HARMLESS}, apply.__name__
    into.append(Fault(apply.__name__, rule, says, apply, saving))
    return apply

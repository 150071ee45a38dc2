"""A clinic whose facts are full of marks, and its facts as readers are to see them."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from handout.languages import spoken
from handout.settings import read_settings
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

# Whatever reStructuredText, HTML, Jinja, rst2pdf, ReportLab, TOML, YAML or a format might obey.
MARKS = (
    r"*a* **b** |clinic-phone| `c` ``d`` <b>e</b> & &amp; \f {{x}} {% y %} {z} %s $color :ref:`g` "
    "h_ é Ñ ß \"i\" 'j' -- ... ###Page### ###Total### ###Section### "
)

# On the day on which the words were last changed.
REVIEWED = read_settings(ROOT).day


@dataclass(frozen=True)
class Clinic:
    """A clinic as its file has it, and as readers are to see it.

    :ivar shown: for each fact of ``handout/facts.py`` its parts, as readers see them.
    """

    facts: dict[str, Any]
    brand: dict[str, str]
    visit: dict[str, Any]
    review: dict[str, str]
    shown: dict[str, list[str]] = field(default_factory=dict)

    def text(self) -> str:
        """Return the clinic's file."""
        tables = {"": self.facts, "brand": self.brand, "visit": self.visit, "review": self.review}
        lines = []
        for name, entries in tables.items():
            lines += [f"[{name}]"] if name else []
            # A text in JSON is one in TOML too; days stand without quotes.
            lines += [
                f"{key} = {json.dumps(value, ensure_ascii=False)}"
                for key, value in entries.items()
                if key not in ("date", "next")
            ]
            lines += [f"{key} = {entries[key]}" for key in ("date", "next") if key in entries]
        return "\n".join(lines) + "\n"


HOSTILE = Clinic(
    facts={
        "name": (MARKS + "a long name ").ljust(199, "n") + "Z",
        "phone": "<b>*Ann*</b> & `Bo` | (503) 555-0152 x7",
        "after_hours": "503.555.0153",
        "hours": "*Mon* -- <b>Fri</b>, 8 \"to\" 5\n{Sat} | `9` & 10 ...",
        "address": "100 *Main* & <i>2nd</i> Street | `9`\nPortland, {{x}} \\n ###Page### Orégon",
        # Straight quotes, double hyphens and dots: made prettier, they would be another address.
        "web": "https://my--place.example/a_b_?x=1&y=*2*&z=|it's|",
        "site": "https://my--place.example/ketamine/",
        "feedback": "<us>--*you*@place.example",
        "funding": 'We -- "all" of us -- paid ... & {{more}} | `than` <b>that</b> \\o/ %s ###Total###.',
        "language_help": "*Ayuda* <b>gratis</b> & \"más\" | {x}\n[vi] Giúp đỡ `miễn` phí -- ###Page###",
    },
    brand={
        "logo": "logos/a *b* `c` |d| & 'e' {f} %s # ペ.bin",
        "logo_alt": "*Logo* <b>of</b> \"us\" & |them| `x` {y} \\z ###Page###",
        "color": "#6b2f5c",
    },
    visit={
        "forms": ["*drip* <b>1</b> & \"2\"", "`shot` | {x} \\y, and more"],
        "no_food_hours": 7.25,
        "no_drink_hours": 3.75,
        "arrive_early_minutes": 17,
        "stay_hours": 5.5,
        "escort": "*anyone* & <b>all</b> -- \"you\" | `know`",
        "driving": "*never* <i>ever</i> & |clinic-phone| {{x}} ...",
        "visits": "`one` or *two* & <b>three</b> \\o/",
        "blood_pressure": "<160/100> & *less* | `rest`",
        "bring": ["A *blanket* & <b>socks</b> | \"warm\"", "`Music` -- {any} \\kind ..."],
    },
    review={
        "name": '*Dr.* <b>É</b> & "Bo" {name} | `x` ###Page###',
        "credentials": "M.D. & |x| %s",
        "date": REVIEWED.isoformat(),
        "next": (REVIEWED + timedelta(days=365)).isoformat(),
    },
    shown={
        "no_food": ["7 hours and 15 minutes"],
        "no_drink": ["3 hours and 45 minutes"],
        "arrive_early": ["17 minutes"],
        "stay": ["5 hours and 30 minutes"],
    },
)  # fmt: skip
EXAMPLE_SHOWN = {
    "no_food": ["8 hours"],
    "no_drink": ["3 hours"],
    "arrive_early": ["15 minutes"],
    "stay": ["2 hours and 30 minutes"],
}
# Facts that are texts, by their names in the file.
TEXTS = ("forms", "escort", "driving", "visits", "blood_pressure", "bring")


def shown(clinic: Clinic) -> dict[str, list[str]]:
    """Return each fact as readers see it: its lines or texts, a web address without scheme."""
    # The address of the site stands where only programs read.
    facts = {key: value for key, value in clinic.facts.items() if key != "site"}
    texts = {**facts, **{key: clinic.visit[key] for key in TEXTS}}
    parts = {
        key: value if isinstance(value, list) else value.splitlines()
        for key, value in texts.items()
    }
    parts["language_help"] = [spoken(line)[1] for line in parts["language_help"]]
    parts["web"] = [clinic.facts["web"].removeprefix("https://")]
    return {**parts, **clinic.shown}


def squeezed(text: str) -> str:
    """Return *text* without spaces: lines are broken elsewhere on paper."""
    return re.sub(r"\s+", "", text)


def example_clinic(root: Path) -> Clinic:
    """Return the made-up clinic as its file has it."""
    data = tomllib.loads((root / "clinics/example.toml").read_text(encoding="utf-8"))
    tables = {name: data.pop(name) for name in ("brand", "visit", "review")}
    return Clinic(data, **tables, shown=EXAMPLE_SHOWN)

"""Every repair is put back, is called, and changes a name that is there."""

from __future__ import annotations

import functools
import inspect
from pathlib import Path

import pytest
import rst2pdf.flowables
from reportlab.platypus import flowables, frames
from rst2pdf import createpdf

from rst2pdf_tagged import patches
from rst2pdf_tagged.glyphs import GlyphWatch

REPAIRS = patches._repairs({}, GlyphWatch(), Path())
# The libraries set these on their objects, not on their classes.
SET_LATER = {
    "mustMultiBuild": "self.client.mustMultiBuild",
    "_ZEROSIZE": "getattr(flowable,'_ZEROSIZE'",
    "keepWithNext": "hasattr(self,'keepWithNext')",
}


def name_of(repair) -> str:
    owner, name, _ = repair
    return f"{owner.__name__ if hasattr(owner, '__name__') else type(owner).__name__}.{name}"


def state() -> list[object]:
    return [vars(owner).get(name, "none") for owner, name, _ in REPAIRS]


@pytest.mark.parametrize("topic", ["book", "broken-svg"], ids=["success", "failure"])
def test_rst2pdf_is_as_before_after_a_build(build, topic):
    before = state()

    build(topic, good=b"only here")

    assert state() == before


def test_builds_do_not_disturb_each_other(build):
    with_font = build("relative-fonts", good=b"1").printed().texts

    plain = build("plain", good=b"1", helvetica=True).printed()
    assert "Helvetica" in str(next(iter(plain.file.pages[0].Resources.Font.values())).BaseFont)
    assert build("relative-fonts", good=b"2").printed().texts == with_font


@pytest.mark.parametrize("repair", REPAIRS, ids=name_of)
def test_repaired_name_exists(repair):
    owner, name, _ = repair

    if name in SET_LATER:
        sources = map(inspect.getsource, (createpdf, frames, flowables))
        assert any(SET_LATER[name] in source for source in sources)
    else:
        assert hasattr(owner, name)


def test_space_that_had_too_little_room_has_its_height_again_in_the_next_pass():
    spacer = rst2pdf.flowables.MySpacer(0, 100)

    with patches.applied({}, GlyphWatch(), Path()):
        heights = [spacer.wrap(200, room)[1] for room in (30, 500)]

    assert heights == [30, 100]


TEXT = """
Title :ref:`words <words>`
==========================

.. _words:

* Item

.. image:: look/page.svg
   :alt: A page
   :width: 20pt

.. index:: item

::

   code
"""


# Called for what is not in TEXT; tests of their own need them.
ELSEWHERE = {
    "TTFontFile.extractInfo",
    "rst2pdf.genelements.Math",
    "Paragraph.split",
    "svglib.svglib.normalise_svg_path",
}


def counted(calls: set[str], label: str, value):
    """Return *value* so that calling it leaves *label* in *calls*."""
    if inspect.isclass(value):
        original = value.__init__

        @functools.wraps(original)
        def begin(self, *args, **kwargs):
            calls.add(label)
            original(self, *args, **kwargs)

        return type(value.__name__, (value,), {"__init__": begin})

    @functools.wraps(value)
    def call(*args, **kwargs):
        calls.add(label)
        return value(*args, **kwargs)

    return call


def test_every_repair_is_called_in_a_build(build, monkeypatch):
    calls: set[str] = set()
    labels: set[str] = set()
    real = patches._repairs

    def watched(*args):
        repairs = real(*args)
        found = []
        for owner, name, value in repairs:
            if callable(value):
                label = name_of((owner, name, value))
                labels.add(label)
                value = counted(calls, label, value)
            found.append((owner, name, value))
        return found

    monkeypatch.setattr(patches, "_repairs", watched)
    build("background", text=TEXT, pdf_use_toc=True, pdf_use_index=True).printed()

    assert calls | ELSEWHERE == labels
    assert len(labels) >= 10

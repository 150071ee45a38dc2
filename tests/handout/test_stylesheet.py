"""One style sheet of several: it leaves out only what no page can use."""

from __future__ import annotations

import pytest
from lxml import html

from handout.stylesheet import joined, names_in, words_in

PAGE = """<html class="no-js"><style>i { color: var(--inline) }</style><body><nav id="menu">
<a class="link old">x</a></nav><p style="top: var(--own)">x</p></body></html>"""
NAMES = names_in(html.document_fromstring(PAGE)) | words_in("e.classList.add('scrolled')")


@pytest.mark.parametrize(
    "rule",
    [
        "a.link{color:red}",
        "#menu>a:hover::before,a.old:not(.new){color:red}",
        ".scrolled,p+p,*,:target,[hidden]{color:red}",
        "@media print{p{color:red}}",
        "@media not print{@media (max-width:9em){p{width:calc(50% - 1em)}}}",
        '@font-face{src:url("a.woff2")}',
        "p{--a:red;color:var(--a)}",
        "p{--inline:red;--own:1px}",
        'p{background:url("data:a;b,}")}',
        "/*! rights of others */p{color:red}",
    ],
)
def test_what_a_page_or_script_can_use_stays(rule: str) -> None:
    assert joined([rule], NAMES) == rule


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        ("table { color: red }", ""),
        ("p.none, p { color: red }", "p{color:red}"),
        ("#none a { color: red }", ""),
        ("@media print { .none { color: red } }", ""),
        ("@supports (color: red) { @media print { .none { color: red } } }", ""),
        ("/* why */ p { color: red }", "p{color:red}"),
        ("p { --a: red; color: red }", "p{color:red}"),
        ("p { --a: red; --b: var(--a); --c: var(--b) }", ""),
        ("p { --a: red } .none { color: var(--a) }", ""),
    ],
)
def test_what_no_page_can_use_goes(sheet: str, left: str) -> None:
    assert joined([sheet], NAMES) == left


def test_sheets_keep_their_order() -> None:
    assert joined(["p { top: 1px }", "p { top: 2px }"], NAMES) == "p{top:1px}p{top:2px}"

"""The faults we know: how Sphinx and docutils say them, and how we say them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from handout.slips import known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Remedy(NamedTuple):
    """One fault.

    :ivar pattern: what to look for.
    :ivar what: what is wrong, and :ivar todo: what to do; {0} is the first part in brackets.
    :ivar names: what may have been meant; told instead of *todo* if it is spelt alike.
    :ivar form: how such a name is written; :ivar wrong: the part, from 1, with the wrong name.
    :ivar pulls: whether the lines around it may be misread for the same slip.
    :ivar pulled: whether it may be told for a slip in the lines around it.
    :ivar follows: a file in which any slip may bring this about.
    """

    pattern: str
    what: str
    todo: str
    names: Callable[[re.Match[str]], Iterable[str]] | None = None
    form: str = "'{}'"
    wrong: int = 1
    pulls: bool = False
    pulled: bool = False
    follows: str | None = None


REMEDIES: tuple[Remedy, ...] = (
    # -- Links, pictures and names that lead nowhere ------------------------------------
    Remedy(
        r"broken link: (\S+)",
        "the web address {0} does not answer",
        "correct it, or try again later",
    ),
    Remedy(
        # Sphinx puts no blank between the address and what the network said.
        r"^timeout (\S+?)(?:HTTPS?Connection|\s|$)",
        "the web address {0} does not answer in time",
        "try again later, or correct it",
    ),
    Remedy(
        r"image file not readable: (\S+)",
        "there is no picture '{0}'",
        "correct its name or put the file into images/",
    ),
    Remedy(
        r"undefined label: '?([^']+)'?",
        "this link points to '{0}', and there is no such place",
        "correct its name",
    ),
    Remedy(
        r"unknown document: '?([^']+)'?",
        "this link points to the chapter '{0}', and there is none",
        "correct its name",
    ),
    Remedy(
        r"term not in glossary: '([^']+)'",
        "the word '{0}' is not in words-to-know.rst",
        "add it there or correct it",
    ),
    Remedy(
        r"toctree contains reference to nonexisting document '([^']+)'",
        "the contents name a chapter '{0}', and there is no file source/{0}.rst",
        "correct the name or add the file",
    ),
    Remedy(
        r"document isn't included in any toctree",
        "this chapter is not in the contents",
        "add its name to source/index.rst",
        follows="source/index.rst",
    ),
    Remedy(
        r"could not find bibtex key \"([^\"]+)\"",
        "there is no source '{0}' in references.bib",
        "correct the key or add the source",
    ),
    Remedy(
        r"Problems? with \"include\" directive(?: path)?: .*'(?:[^']*/)?([^'/]+)'",
        "there is no file '{0}' to put in here",
        "correct its name",
    ),
    Remedy(
        r"Undefined substitution referenced: \"([^\"]+)\"",
        "there is no fact |{0}|",
        "correct the name between the bars",
        lambda found: known.facts(),
        "|{}|",
    ),
    Remedy(
        r"duplicate label ([^,]+), other instance in \S*?([^/\\]+)$",
        "the name '{0}' is given to a place in {1} too",
        "give one of them another name",
    ),
    Remedy(
        r"Duplicate explicit target name: \"([^\"]+)\"",
        "the name '{0}' is given to two places",
        "give one of them another name",
    ),
    Remedy(
        r"Unknown target name: \"([^\"]+)\"",
        "the low line behind '{0}' makes a link of it that leads nowhere",
        "take the low line out",
    ),
    Remedy(
        r"malformed hyperlink target",
        "this name of a place has no colon at its end",
        "write it like '.. _chapter-name:'",
    ),
    # -- What stands between two dots and two colons, or between colons -------------------
    Remedy(
        r"Unknown directive type \"([^\"]+)\"",
        "there is nothing called '.. {0}::'",
        "correct the word between the two dots and the two colons",
        lambda found: known.boxes(),
        "'.. {}::'",
    ),
    Remedy(
        r"(?:Unknown interpreted text role|No role entry for) \"([^\"]+)\"",
        "there is nothing called ':{0}:'",
        "correct the word between the colons",
        lambda found: known.ROLES,
        "':{}:'",
    ),
    Remedy(
        r"Error in \"([^\"]+)\" directive: \d+ argument\(s\) required, 0 supplied",
        "behind '{0}::' something is missing",
        "write it on the same line, as in other chapters",
    ),
    Remedy(
        r"Error in \"([^\"]+)\" directive: (?:maximum|no arguments permitted)",
        "behind '{0}::' stands more than it takes",
        "put the words below it, after an empty line, three blanks further in",
    ),
    Remedy(
        r"Error in \"([^\"]+)\" directive: unknown option: \"([^\"]+)\"",
        "'{0}' takes no line ':{1}:'",
        "correct the word between the colons, or take the line out",
        lambda found: known.options_of(found[1]),
        "':{}:'",
        wrong=2,
    ),
    Remedy(
        r"Error in \"([^\"]+)\" directive: invalid option value: "
        r"\(option: \"([^\"]+)\"; value: ['\"](.*?)['\"]\)",
        "'{0}' cannot use '{2}' behind ':{1}:'",
        "compare with the same line in another chapter",
    ),
    Remedy(
        r"Error in \"([^\"]+)\" directive: invalid option (?:block|data)",
        "the lines below '{0}::' cannot be told from its words",
        "put an empty line between the lines that begin with a colon and what follows",
    ),
    Remedy(
        r"(?:Content block expected for the \"([^\"]+)\" directive; none found)",
        "'{0}' is empty",
        "write below it, three blanks further in",
    ),
    Remedy(
        r"Error in \"([^\"]+)\" directive: no content permitted",
        "'{0}' takes no words below it",
        "put an empty line below it, and begin the words at the left edge",
        pulls=True,
        pulled=True,
    ),
    # -- Headings ----------------------------------------------------------------------
    Remedy(
        r"Title (?:underline|overline) too short",
        "the line under this heading is shorter than the heading",
        "make it as long",
    ),
    Remedy(
        r"Inconsistent title style: skip from level",
        "this heading is two levels below the one above it",
        "put a line of --- under it, or add a heading in between",
    ),
    Remedy(
        r"section title overline|Incomplete section title|Title overline & underline mismatch",
        "this line above a heading has no fellow below it",
        "take it out, and put a line of --- below the heading",
    ),
    Remedy(
        r"Unexpected section title",
        "a heading stands here in a box or list, or does not begin at the left edge",
        "move it to the left edge, or write its words in bold",
    ),
    # -- Words in bold and the like ------------------------------------------------------
    Remedy(
        r"Inline strong start-string without end-string",
        "two stars open bold words here and never close",
        "put two stars right behind the last bold word, and a blank or full stop behind them",
        pulls=True,
    ),
    Remedy(
        r"Inline emphasis start-string without end-string",
        "a star opens slanted words here and never closes",
        "put a star right behind the last of them; or, for a list, a blank behind the first star",
        pulls=True,
    ),
    Remedy(
        r"Inline literal start-string without end-string|"
        r"Inline interpreted text or phrase reference start-string without end-string",
        "a back quote opens here and never closes",
        "put one right behind the last word, and a blank or full stop behind it",
        pulls=True,
    ),
    Remedy(
        r"Inline substitution_reference start-string without end-string",
        "a bar opens a clinic's fact here and never closes",
        "write it like |clinic-phone|",
        pulls=True,
    ),
    # -- How lines stand below each other ------------------------------------------------
    Remedy(
        r"Unexpected indentation|Block quote ends without a blank line",
        "this line starts further in or out than the one above",
        "line it up, or put an empty line between",
        pulls=True,
        pulled=True,
    ),
    Remedy(
        r"(?:Bullet list|Enumerated list) ends without a blank line",
        "this line does not line up with the list above it",
        "line it up, or put an empty line above it if it is no part of the list",
        pulls=True,
        pulled=True,
    ),
    Remedy(
        r"(?:Definition list|Explicit markup|Field list|Line block|Literal block)"
        r" ends without a blank line",
        "an empty line is missing after the list or box above",
        "add one",
        pulls=True,
        pulled=True,
    ),
    Remedy(
        r"this line starts further in than",
        "this line starts further in than the one above",
        "line it up with it",
        pulls=True,
        pulled=True,
    ),
    Remedy(
        r"this line starts further out than",
        "this line starts further out than the one above",
        "line it up with it",
        pulls=True,
        pulled=True,
    ),
    Remedy(
        r"no list begins here",
        "no list begins here",
        "put an empty line above its first item",
        pulls=True,
        pulled=True,
    ),
    Remedy(
        r"Literal block expected; none found|this line ends with two colons",
        "this line ends with two colons, which make what is below it show as it is typed",
        "write one colon",
        pulled=True,
    ),
    Remedy(
        r"Malformed table|Error parsing content block for the \"list-table\" directive|"
        r"Blank line required after table",
        "this table is not in order: every row needs the same number of cells",
        "compare the rows",
        pulls=True,
        pulled=True,
    ),
    # -- Pages -------------------------------------------------------------------------
    Remedy(
        r"Image \S*?([^/\s]+) is too (tall|wide) for the frame",
        "the picture {0} is too {1} for its place on the page",
        "give it a smaller :width:",
    ),
)

# What any slip in a part of a chapter may bring about, such as a list in a box that is no list any
# more: told only where nothing else is.
FAINT = re.compile(
    r"this table is not in order|needs one list|needs to stand right below a heading|nothing stands below this claim|"
    r"doesn't have a title"
)

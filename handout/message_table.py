"""The faults we know: how Sphinx and docutils say them, and how we say them."""

from __future__ import annotations

import re

from handout.message_shapes import SHAPES
from handout.remedy import Remedy
from handout.slips import known

REMEDIES: tuple[Remedy, ...] = (
    # -- Links, pictures and names that lead nowhere
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
        "take the low line out, or put \\ in front of it",
    ),
    Remedy(
        r"malformed hyperlink target",
        "this name of a place has no colon at its end",
        "write it like '.. _chapter-name:'",
    ),
    # -- What stands between two dots and two colons, or between colons
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
        r"\(option: \"([^\"]+)\"; value: None\)",
        "nothing stands behind ':{1}:'",
        "write it there, or take the line out",
    ),
    Remedy(
        r"Error in \"([^\"]+)\" directive: invalid option value: "
        r"\(option: \"([^\"]+)\"; value: ['\"](.*?)['\"]\)",
        "'{0}' cannot use '{2}' behind ':{1}:'",
        "compare with the same line in another chapter",
    ),
    Remedy(
        r"Error in \"([^\"]+)\" directive: invalid option data: duplicate option \"([^\"]+)\"",
        "a line ':{1}:' stands here twice",
        "keep one of the two",
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
        pulls=True,
    ),
    Remedy(
        r"Error in \"([^\"]+)\" directive: no content permitted",
        "'{0}' takes no words below it",
        "put an empty line below it, and begin the words at the left edge",
        pulls=True,
        pulled=True,
    ),
    *SHAPES,
)

# What any slip in a part of a chapter may bring about, such as a list in a box that is no list any
# more: told only where nothing else is.
FAINT = re.compile(
    r"this table is not in order|this drawing has no alt text|needs one list|"
    r"needs to stand right below a heading|nothing stands below this claim|doesn't have a title"
)
# What Sphinx says without a place right before it says the same with one.
SAID_AGAIN = re.compile(r"unknown (?:directive|role) name: ")

"""The faults we know: how Sphinx and docutils say them, and how we say them."""

from __future__ import annotations

# (what to look for, what to say; {0} is the first part in brackets)
REMEDIES: tuple[tuple[str, str], ...] = (
    (
        r"broken link: (\S+)",
        "the web address {0} does not answer; correct it, or try again later",
    ),
    (
        # Sphinx puts no blank between the address and what the network said.
        r"^timeout (\S+?)(?:HTTPS?Connection|\s|$)",
        "the web address {0} does not answer in time; try again later, or correct it",
    ),
    (
        r"image file not readable: (\S+)",
        "there is no picture '{0}'; correct its name or put the file into images/",
    ),
    (
        r"undefined label: '?([^']+)'?",
        "this link points to '{0}', and there is no such place; correct its name",
    ),
    (
        r"unknown document: '?([^']+)'?",
        "this link points to the chapter '{0}', and there is none; correct its name",
    ),
    (
        r"term not in glossary: '([^']+)'",
        "the word '{0}' is not in words-to-know.rst; add it there or correct it",
    ),
    (
        r"toctree contains reference to nonexisting document '([^']+)'",
        "the contents name a chapter '{0}', and there is no file source/{0}.rst; "
        "correct the name or add the file",
    ),
    (
        r"document isn't included in any toctree",
        "this chapter is not in the contents; add its name to source/index.rst",
    ),
    (
        r"could not find bibtex key \"([^\"]+)\"",
        "there is no source '{0}' in references.bib; correct the key or add the source",
    ),
    (
        r"Unknown directive type \"([^\"]+)\"",
        "there is no mark '{0}'; correct the word between the two dots and the two colons",
    ),
    (
        r"Error in \"([^\"]+)\" directive: \d+ argument\(s\) required, 0 supplied",
        "behind '{0}::' something is missing; write it on the same line, as in other chapters",
    ),
    (
        r"Error in \"([^\"]+)\" directive: unknown option: \"([^\"]+)\"",
        "'{0}' takes no line ':{1}:'; correct the word between the colons, or take the line out",
    ),
    (
        r"Content block expected for the \"([^\"]+)\" directive; none found",
        "'{0}' is empty; write below it, three blanks further in",
    ),
    (
        r"(?:Unknown interpreted text role|No role entry for) \"([^\"]+)\"",
        "there is no mark '{0}'; correct the word between the colons",
    ),
    (
        r"Title (?:underline|overline) too short",
        "the line under this heading is shorter than the heading; make it as long",
    ),
    (
        r"Inconsistent title style: skip from level",
        "this heading is two levels below the one above it; put a line of --- under it, "
        "or add a heading in between",
    ),
    (
        r"Inline (?:strong|emphasis) start-string without end-string",
        "stars open bold words here and never close; put the same stars behind the last word",
    ),
    (
        r"Inline literal start-string without end-string|"
        r"Inline interpreted text or phrase reference start-string without end-string",
        "a back quote opens here and never closes; put one behind the last word",
    ),
    (
        r"Undefined substitution referenced: \"([^\"]+)\"",
        "there is no fact |{0}|; correct the name between the bars",
    ),
    (
        r"Unexpected indentation|Block quote ends without a blank line",
        "this line starts further in or out than the one above; line it up, "
        "or put an empty line between",
    ),
    (
        r"(?:Bullet list|Enumerated list|Definition list|Explicit markup)"
        r" ends without a blank line",
        "an empty line is missing after the list or box above; add one",
    ),
    (
        r"duplicate label ([^,]+),",
        "the name '{0}' is given to two places; give one of them another name",
    ),
    (
        r"Malformed table|Error parsing content block for the \"list-table\" directive",
        "this table is not in order: every row needs the same number of cells; compare the rows",
    ),
    (
        r"Image \S*?([^/\s]+) is too (tall|wide) for the frame",
        "the picture {0} is too {1} for its place on the page; give it a smaller :width:",
    ),
)

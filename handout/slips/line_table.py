"""Slips that one line of a chapter shows by itself: how they look, and what is said of them.

Docutils finds none of these; it prints the line as it is, or leaves it out.
"""

from __future__ import annotations

import re

from handout.slips.known import PICTURES, ROLES

ROLE = rf":(?:{'|'.join(ROLES)}):"
PICTURE = rf"^\s*\.\. (?:{'|'.join(PICTURES)}):: *"
CURLY = "\u201c\u201d\u2018\u2019\u201e\u201a"
QUOTED = (
    "(?:[\u201c\u201e][^\u201c\u201d]*[\u201d\u201c]|[\u2018\u201a][^\u2018\u201c\u201d]*\u2019)"
)
# Signs that Word and other programs put before the items of a list.
BULLETS = (
    "\u2012\u2013\u2014\u00b7\u2027\u2219\u25a0\u25a1\u25aa\u25b6\u25ba\u25c6\u25cb\u25cf\u25e6"
    "\u2610\u2713\u2714\u27a2"
)
TAGS = "a|b|br|div|em|font|i|li|ol|p|span|strong|sub|sup|u|ul"
ENTITIES = r"nbsp|amp|lt|gt|quot|[mn]dash|[lr][sd]quo|hellip|#\d+"

# (what to look for, what to say; {0} is the first part in brackets)
LINE_SLIPS = tuple(
    (re.compile(pattern), sentence)
    for pattern, sentence in (
        (
            r"^ *\t()",
            "this line begins with a tab; type blanks in its place, as many as the lines around "
            "it begin with",
        ),
        # -- Two dots, a name and two colons ---------------------------------------------
        (
            r"^\s*\.\.([a-z][\w-]*::|_)",
            "a blank is missing behind the two dots; write '.. {0}'",
        ),
        (
            r"^_([\w-]+):\s*$",
            "this line does nothing; write '.. _{0}:' to name the place below it",
        ),
        (
            PICTURE + r"(\S.*?\s.*\S|\S.*%20.*)\s*$",
            "the picture's name '{0}' has a blank in it, which a web address must not have; "
            "give the file a name with '-' in its place, and write it so here",
        ),
        (
            PICTURE + r"(\S*\\\S*)",
            "the picture's name '{0}' has \\ in it, as only Windows has; write / in its place",
        ),
        (
            rf"^\s*\.\. [\w-]+:: *({QUOTED})\s*$",
            "quotation marks stand around {0}; take them out, as nothing here needs any",
        ),
        # -- Lines in colons below it ------------------------------------------------------
        (
            rf"^\s+(:[a-z-]+:) *{QUOTED}\s*$",
            "quotation marks stand behind '{0}'; take them out, as nothing here needs any",
        ),
        (
            r"^\s+(:width:) *\d+(?:\.\d+)?\s*$",
            "behind '{0}' stands a number without a unit; write it like 5 cm",
        ),
        (
            rf"^\s+(?!{ROLE}`)(:[a-z][a-z-]*:)(?=[^\s`:])",
            "a blank is missing behind '{0}'; put one there",
        ),
        # -- :term:, :ref: and the like --------------------------------------------------------
        (
            rf"({ROLE})\s*[{CURLY}'\"\u00b4]",
            "behind '{0}' stands another quotation mark than the back quote; type ` in its place, "
            "and at the end",
        ),
        (
            rf"({ROLE}) +`",
            "a blank stands between '{0}' and the back quote; take it out",
        ),
        (
            rf"({ROLE})(?!`)(?=[\s\w<])",
            "behind '{0}' a back quote (`) is missing; put one there, and one at the end",
        ),
        (
            rf"(?<![:\w])({ROLE[1:]})`",
            "a colon is missing in front of '{0}'; put one there",
        ),
        (
            rf"(?<![:\w])({ROLE[:-1]})\s*`",
            "a colon is missing behind '{0}'; put one there",
        ),
        # -- |clinic-phone| --------------------------------------------------------------------
        (
            r"\|(?: +(?=clinic-[\w-]+ *\|)|(?=clinic-[\w-]+ +\|))(clinic-[\w-]+) *\|",
            "blanks stand between '{0}' and its bars; write |{0}|",
        ),
        (
            r"\{(clinic-[\w-]+)\}",
            "no bars stand around '{0}'; write |{0}|",
        ),
        (
            rf"[\w.,;!?)]({ROLE})`",
            "a blank is missing in front of '{0}'; put one there",
        ),
        (
            rf"({ROLE}`[^`]+`)\w",
            "a letter stands right behind '{0}'; put a blank there, or write the whole word in it",
        ),
        # -- Bold ------------------------------------------------------------------------------
        (
            r"(?<!\S)(\*\*) +\S",
            "a blank stands right behind two stars that open bold words; take it out",
        ),
        (
            r"(?<![\w*])(\*\*\*)(?=\w)",
            "three stars stand here; two make words bold, one makes them slanted",
        ),
        (
            r"(?<![\w*])(\*\*[^\s*][^*]*\*\*)(?=\w)",
            "a letter stands right behind {0}; make the whole word bold, or put a blank there",
        ),
        (
            r"^\s*(\*)(?=[^\s*])[^*]*$",
            "a blank is missing behind the star that begins this line; put one there",
        ),
        # -- As other programs write it ----------------------------------------------------------
        (
            r"^\s*([\ue000-\uf8ff])",
            "a sign that only Word knows begins this line and makes no list; "
            "begin each item with a star and a blank",
        ),
        (
            r"^\s*([_\u2012-\u2015])\1{2,}\s*$",
            "a line of '{0}' makes no heading; put a line of - in its place, "
            "as long as the heading",
        ),
        (
            rf"^\s*([{BULLETS}])\s*\S",
            "'{0}' makes no list; begin each item with a star and a blank",
        ),
        (
            r"^\s*(\u2022)(?=\S)",
            "a blank is missing behind '{0}'; put one there",
        ),
        (
            r"^\s*(o)\s+\S",
            "'{0}' makes no list; begin each item with a star and a blank",
        ),
        (
            r"^(#{1,6}) +\S",
            "'{0}' makes no heading; take it out, and put a line of --- below the heading, "
            "as long as it",
        ),
        (
            r"^\s*(```|~~~\w)",
            "'{0}' does nothing here; take it out",
        ),
        (
            r"\[[^\]]+\]\((\S+)\)",
            "a link is not written like this; cite a source with ':cite:p:', "
            "or take the brackets and {0} out",
        ),
        (
            r"^\s*(\|? *:?-{3,}:? *\|)",
            "a table is not drawn with bars; copy a table from another chapter "
            "and change its words",
        ),
        (
            r"(?<![\w/])(__)(?=\w[^_]*__(?!\w))",
            "'{0}' shows as it is; write ** before and behind the words to make them bold",
        ),
        (
            r"^(>) +[^\W\d]",
            "'{0}' shows as it is; take it out",
        ),
        (
            r"(<!--)",
            "'{0}' shows as it is; take it out, with all up to '-->'",
        ),
        (
            rf"(?i)(</?(?:{TAGS})(?: [^<>]*)?/?>)",
            "'{0}' comes from a web page and shows as it is; take it out, "
            "and write **words** for bold",
        ),
        (
            rf"(&(?:{ENTITIES});)",
            "'{0}' comes from a web page and shows as it is; type the letter or blank itself",
        ),
    )
)

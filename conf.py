import os
from pathlib import Path

import font_source_sans_pro

ROOT = Path(__file__).resolve().parent
FONTS = str(Path(font_source_sans_pro.__file__).parent / "files")

# -- The handout -----------------------------------------------------------------------

project = "The Science Behind Ketamine Therapy"
release = version = "1.0"
# The day the words were last changed; printed, and the time stamp of every built file.
handout_date = "2026-11-26"
handout_clinic = os.environ.get("CLINIC", "clear")
language = "en"
# A picture with its words in another language lies in that language's folder, under its own name.
figure_language_filename = "{path}../locale/{language}/images/{basename}{ext}"
# Docutils' own words ("Note") in languages that it does not know: the handout has none of them.
suppress_warnings = ["rst2pdf.language"]

extensions = ["rst2pdf_tagged", "handout", "sphinxcontrib.bibtex"]
root_doc = "index"
exclude_patterns = []
nitpicky = True
numfig = True
numfig_secnum_depth = 0
numfig_format = {"figure": "Picture %s"}

# -- Sources of the medical statements ---------------------------------------------------

bibtex_bibfiles = ["source/references.bib"]
bibtex_default_style = "handout"
bibtex_reference_style = "label"

# -- Web site ----------------------------------------------------------------------------

html_theme = "furo"
html_title = project
html_static_path = ["theme/html/static"]
templates_path = ["theme/html/templates"]
html_css_files = ["letters.css", "palette.css", "handout.css", "print.css"]
html_js_files = [("search.js", {"priority": 900})]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
html_permalinks = False
html_use_index = False
html_scaled_image_link = False
# The search page would have to fetch other pages, which no browser allows from a folder.
html_show_search_summary = False
html_favicon = "images/icons/brain.svg"
html_theme_options = {
    "sidebar_hide_name": False,
    "footer_icons": [],
    "top_of_page_buttons": [],
}

# -- Addresses that `make linkcheck` tries -------------------------------------------------

# No server answers a phone.
linkcheck_ignore = ["sms:", "tel:"]

# -- Printed handout ---------------------------------------------------------------------

# Form, paper, and the style sheets on top of "handout"; each makes one PDF.
PRINTED = [
    ("handout", "letter", ["paper-letter"]),
    ("handout", "a4", ["paper-a4"]),
    ("handout-large-print", "letter", ["large-print", "paper-letter"]),
    ("handout-large-print", "a4", ["large-print", "paper-a4"]),
    ("handout-booklet", "letter", ["booklet", "paper-half-letter"]),
    ("front-sheet", "letter", ["front-sheet", "paper-letter"]),
    ("front-sheet", "a4", ["front-sheet", "paper-a4"]),
]
# (root file, name of the PDF, title, author: the clinic, what differs in this PDF)
pdf_documents = [
    (
        "index",
        f"ketamine-{form}-{paper}",
        project,
        "",
        {
            "handout_form": form,
            "pdf_stylesheets": ["handout", *sheets],
            # A booklet's pages do not follow each other in the file: nobody could listen to it.
            "pdf_tagged": form != "handout-booklet",
        },
    )
    for form, paper, sheets in PRINTED
]
pdf_stylesheets = ["handout", "paper-letter"]
pdf_style_path = ["theme/pdf"]
pdf_font_path = [FONTS]
pdf_subject = "What ketamine therapy is, what it may do, its risks, and your visit"
pdf_keywords = "ketamine, esketamine, depression, patient information"
# Chapters that are not set in two columns.
handout_full_width = ["front-sheet"]
pdf_compressed = True
pdf_hoist_chapters = True
pdf_use_coverpage = False
pdf_use_toc = False
pdf_use_index = False
pdf_domain_indices = False
pdf_repeat_table_rows = True
pdf_breakside = "any"
pdf_fit_background_mode = "scale"
section_header_depth = 1

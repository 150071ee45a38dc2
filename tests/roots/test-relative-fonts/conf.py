extensions = ["rst2pdf_tagged"]
pdf_documents = [("index", "out", "Title", "Author")]
pdf_use_coverpage = False
pdf_use_toc = False
pdf_use_index = False
import os
from pathlib import Path

import font_source_sans_pro

FONTS = Path(font_source_sans_pro.__file__).parent / "files"
pdf_font_path = [os.path.relpath(FONTS, Path(__file__).parent)]
pdf_style_path = ["look"]
pdf_stylesheets = ["sans"]

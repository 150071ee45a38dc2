extensions = ["rst2pdf_tagged"]
pdf_documents = [("index", "out", "Title", "Author")]
pdf_use_coverpage = False
pdf_use_toc = False
pdf_use_index = False
from pathlib import Path

import font_source_sans_pro

pdf_font_path = [str(Path(font_source_sans_pro.__file__).parent / "files")]
pdf_style_path = ["."]
pdf_stylesheets = ["sans"]

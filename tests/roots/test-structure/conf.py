from pathlib import Path

import font_source_sans_pro

extensions = ["rst2pdf_tagged"]
project = "Structure"
pdf_documents = [("index", "out", "Structure", "Author")]
pdf_use_coverpage = False
pdf_use_toc = True
pdf_use_index = True
pdf_domain_indices = False
pdf_font_path = [str(Path(font_source_sans_pro.__file__).parent / "files")]
pdf_style_path = ["look"]
pdf_stylesheets = ["sphinx", "sans"]

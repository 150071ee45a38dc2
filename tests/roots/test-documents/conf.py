extensions = ["rst2pdf_tagged"]
pdf_documents = [("index", "out", "Title", "Author")]
pdf_use_coverpage = False
pdf_use_toc = False
pdf_use_index = False

from docutils import nodes

extensions = ["rst2pdf_tagged"]
pdf_documents = [("index", "out", "Corners", "Author")]
pdf_use_coverpage = False
pdf_use_toc = True
pdf_use_index = True
pdf_style_path = ["look"]
pdf_stylesheets = ["sphinx", "paper"]


def make_stubs(app, tree):
    """Make two columns stubs; no directive of a table with tall cells can."""
    for table in tree.findall(nodes.table):
        if "two-stubs" in table["classes"]:
            for column in list(table.findall(nodes.colspec))[:2]:
                column["stub"] = 1


def setup(app):
    app.connect("doctree-read", make_stubs)

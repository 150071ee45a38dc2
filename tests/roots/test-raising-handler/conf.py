extensions = ["rst2pdf_tagged"]
pdf_documents = [("index", "out", "Title", "Author")]
pdf_use_coverpage = False
pdf_use_toc = False
pdf_use_index = False


def setup(app):
    from docutils import nodes
    from rst2pdf.genelements import HandleRubric

    class Raising(HandleRubric):
        def gather_elements(self, client, node, style):
            raise ValueError("no such luck")

    app.connect("pdf-node-handlers", lambda app: {nodes.rubric: Raising()})

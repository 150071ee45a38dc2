extensions = ["rst2pdf_tagged"]
pdf_documents = [("index", "out", "Title", "Author")]
pdf_use_coverpage = False
pdf_use_toc = False
pdf_use_index = False
pdf_style_path = ["."]
pdf_stylesheets = ["numbers"]


def setup(app):
    from docutils import nodes
    from reportlab.platypus.doctemplate import IndexingFlowable
    from rst2pdf.genelements import HandleRubric

    class Shrinking(IndexingFlowable):
        passes = 0

        def beforeBuild(self):
            self.passes += 1

        def wrap(self, width, height):
            return width, 300 if self.passes == 1 else 10

        def draw(self):
            pass

    class Handler(HandleRubric):
        sphinxmode = True

        def gather_elements(self, client, node, style):
            return [Shrinking()]

    app.connect("pdf-node-handlers", lambda app: {nodes.rubric: Handler()})

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from strange_nodes import Strange, StrangeHandler, StrangeNode

extensions = ["rst2pdf_tagged"]
pdf_documents = [("index", "out", "Title", "Author")]
pdf_use_coverpage = False
pdf_use_toc = False
pdf_use_index = False


def setup(app):
    app.add_node(StrangeNode)
    app.add_directive("strange", Strange)
    app.connect("pdf-node-handlers", lambda app: {StrangeNode: StrangeHandler()})

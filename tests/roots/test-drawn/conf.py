import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from drawn_nodes import Disc, DiscHandler, DiscNode, DiscPicture

extensions = ["rst2pdf_tagged"]
pdf_documents = [("index", "out", "Title", "Author")]
pdf_use_coverpage = False
pdf_use_toc = False
pdf_use_index = False


def setup(app):
    app.add_node(DiscNode)
    app.add_node(DiscPicture)
    app.add_directive("disc", Disc)
    app.connect("pdf-node-handlers", lambda app: {DiscNode: DiscHandler()})
    app.connect("pdf-tree-ready", show)


def show(app, tree, options):
    for place in tree.findall(DiscNode):
        place += DiscPicture(alt=place["words"])

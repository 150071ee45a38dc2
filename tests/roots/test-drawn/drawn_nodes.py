from docutils import nodes
from docutils.parsers.rst import Directive
from reportlab.platypus import Flowable
from rst2pdf.basenodehandler import NodeHandler


class DiscNode(nodes.General, nodes.Element):
    pass


class DiscPicture(nodes.image):
    pass


class DrawnDisc(Flowable):
    pictured = True

    def wrap(self, width, height):
        self.width = self.height = 40
        return 40, 40

    def draw(self):
        self.canv.circle(20, 20, 20, fill=1)


class DiscHandler(NodeHandler):
    sphinxmode = True

    def gather_elements(self, client, node, style):
        disc = DrawnDisc()
        disc.rst_node, disc.rst_part = node.children[0], None
        return [disc]


class Disc(Directive):
    has_content = True

    def run(self):
        return [DiscNode(words=" ".join(self.content))]

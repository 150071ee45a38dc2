from docutils import nodes
from docutils.parsers.rst import Directive
from reportlab.platypus import Flowable
from rst2pdf.basenodehandler import NodeHandler


class StrangeNode(nodes.General, nodes.Element):
    pass


class Stranger(Flowable):
    def draw(self):
        self.canv.drawString(0, 0, "unheard words")


class StrangeHandler(NodeHandler):
    sphinxmode = True

    def gather_elements(self, client, node, style):
        return [Stranger()]


class Strange(Directive):
    def run(self):
        node = StrangeNode()
        node.source, node.line = self.state_machine.get_source_and_line(self.lineno)
        return [node]

from docutils.parsers.rst import Directive

from handout.notes_pages import NotesPages, NotesPagesHandler

extensions = ["rst2pdf_tagged"]
pdf_documents = [("index", "out", "Title", "Author")]
pdf_use_coverpage = False
pdf_use_toc = True
pdf_use_index = False
pdf_style_path = ["."]
pdf_stylesheets = ["half"]


class NotesHere(Directive):
    def run(self):
        return [NotesPages(heading="My notes", spoken="lines to write on")]


def setup(app):
    app.add_node(NotesPages)
    app.add_directive("notes-here", NotesHere)
    app.connect("pdf-node-handlers", lambda app: {NotesPages: NotesPagesHandler()})

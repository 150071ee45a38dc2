/* Takes the place of Sphinx's own file of this name.  That one has the browser keep what a
   reader has looked for, to mark it on the next page; nobody else who uses the device shall
   find it there. */
"use strict";

const SPHINX_HIGHLIGHT_ENABLED = false;

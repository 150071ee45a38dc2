"""Slips of the pen: what an editor mistypes, told in one plain sentence each.

``lines`` looks at the lines of a chapter before it is read, ``passages`` and the other modules at
what it was read as.  What docutils and Sphinx find by themselves, ``handout.messages`` tells.
"""

"""One module per drawing; see the package README for the shape of such a module."""

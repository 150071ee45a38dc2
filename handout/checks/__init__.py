"""What `make check` looks for in the words: one module for each kind of rule."""

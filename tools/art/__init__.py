"""Draw the handout's pictures: plain, deterministic SVG files from short scripts."""

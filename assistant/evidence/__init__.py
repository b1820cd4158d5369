"""The way from a citation back to its place in the original: found by its words, shown as the page itself."""

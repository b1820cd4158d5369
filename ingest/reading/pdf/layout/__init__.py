"""Letters with their places in; lines, paragraphs and list items out, in the order in which they are read."""

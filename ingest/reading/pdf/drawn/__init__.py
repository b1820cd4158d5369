"""A page of a PDF in; what is drawn on it out, with its places: letters that can be seen, lines, areas, pictures."""

"""A citation or an address in; its source drawn, the page of the PDF or the section, with the quote marked."""

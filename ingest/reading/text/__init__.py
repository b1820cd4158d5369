"""Text files and Markdown in; parts out, paragraphs put together where each line of a page is a line of the file."""

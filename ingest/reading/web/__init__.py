"""Saved web pages, EPUB books and e-mail in; parts out."""

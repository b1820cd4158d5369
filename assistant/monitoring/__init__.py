"""What is told of a running process: a line of JSON an event, and figures to be scraped; no word of a question."""

"""A report's tree in; passages out, and the statements in them, with the notes that belong to a row."""

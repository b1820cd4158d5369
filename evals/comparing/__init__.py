"""Two runs, settings or indexes in, or a run and its floors; what differs between them out."""

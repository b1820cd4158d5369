"""Question sets in; how well the assistant answers them out, as figures with intervals, runs, pages and a gate."""

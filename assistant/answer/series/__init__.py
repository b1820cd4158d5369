"""Figures lined up by year, from what the reports say: table rows, and sentences that tie a figure to its year.

`numbers` reads figures and years, `rows` and `sentences` tie them to each other (`lines` holds what they find),
`fitting` and `choosing` pick what the question asks for, `building` makes an answer's series of it, `conflicts` finds
figures that do not agree. `series.toml` of `assistant.knowledge` holds what a person knows of figures that must not
be read as one.
"""

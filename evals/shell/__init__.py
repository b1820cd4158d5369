"""The subcommands of `python -m evals`, one module each: `add` makes its parser, `main` does what it says."""

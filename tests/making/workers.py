"""Which tests stay in one process where `make test` runs them in several."""

# What is dear to make, and made once in a process: the app that is served with a browser before it, which is timed too,
# and the reports as they are read.
_TOGETHER = {
    "the browser": ("tests/browser/", "tests/deploy/", "tests/assistant/test_serving.py"),
    "the reports": (
        "tests/assistant/evidence/test_reports.py",
        "tests/ingest/reading/test_reports.py",
        "tests/ingest/structure/test_facts.py",
        "tests/ingest/structure/test_reports.py",
    ),
}


def group_of(nodeid: str) -> str:
    """The name of the group that a test is in: one of those, or its file's, whose tests share what the file makes."""
    groups = (group for group, places in _TOGETHER.items() if nodeid.startswith(places))
    return next(groups, nodeid.partition("::")[0])

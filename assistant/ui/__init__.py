"""The page: a browser's request in, what Streamlit draws out. Nothing outside this package knows Streamlit."""

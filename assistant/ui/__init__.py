"""The page. Nothing outside this package knows Streamlit."""

"""A request on its way to Streamlit, and Streamlit's own page on its way back: refused, counted, rewritten."""

"""Servers on free ports of this machine: the app, Streamlit made odd, Chroma, a model, a sign-in, a website, nginx."""

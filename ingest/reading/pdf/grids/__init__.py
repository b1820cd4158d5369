"""Rules, areas and letters in; tables out, and charts told apart from them."""

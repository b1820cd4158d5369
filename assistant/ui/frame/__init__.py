"""The frame around every page: navigation, what stands beside it, the habits of the web; and pages on the assistant."""

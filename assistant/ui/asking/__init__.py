"""A question in, typed or in an address; from the empty page to the answer on it, in a chat or as an overview."""

"""A request's headers in; who is asking, by an owner's hash, and what they may do out."""

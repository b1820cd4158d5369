"""What all questions of one process share: the assistant that is open, their turn, and the count of them."""

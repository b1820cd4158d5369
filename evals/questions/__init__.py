"""Question sets: the sets themselves, read and checked; and users' feedback made into drafts of more."""

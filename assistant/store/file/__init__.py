"""Values in; rows of the one SQLite file out, and back: its connections, its form, and what is kept of users' words."""

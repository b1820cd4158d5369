"""What every page leans on: the conversation on the screen, its language, ways to other pages, the one assistant."""

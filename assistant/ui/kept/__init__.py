"""What a user keeps, drawn and changed: conversations, collections of pieces, answers shared by a link."""

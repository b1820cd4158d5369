"""Word, Excel and PowerPoint files in, old and open ones too; parts out."""

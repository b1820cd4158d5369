"""Lines as they are set in; the report's own words out: hyphens, bullets, footnote marks, raised digits told apart."""

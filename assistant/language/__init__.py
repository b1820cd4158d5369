"""Words of a language in; sentences, stems, places, other words for the same, and which language it is, out."""

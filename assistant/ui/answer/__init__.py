"""An answer in; it is drawn with its sources and figures, and can be taken along and judged."""

"""Reports and studies to leaf through without a question: what they hold, their headings, which are alike."""

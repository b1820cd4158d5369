"""Browsers driven: what a user does in Chromium and in Firefox, and how long they wait."""

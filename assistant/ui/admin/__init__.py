"""For those who look after the reports: uploads and other changes, feedback, versions, figures of use, settings."""

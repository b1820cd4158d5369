"""What the tests are made of: small reports, files good and bad, models that need no download."""

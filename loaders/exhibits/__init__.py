"""Exhibits: the index that lists them, and the opinions and consents filed with it."""

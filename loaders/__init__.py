"""From a filing's bytes to facts: container, header, text, records, facts, quads."""

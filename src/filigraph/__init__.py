"""filigraph: the open knowledge graph of who does what in corporate filings."""

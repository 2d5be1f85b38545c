"""The question library: one ``.rq`` file a question, valid SPARQL as it stands, with a header that describes it."""

"""Who is who across filings: a judgement apart from the filings, explainable and reversible.

`likeness` says how two names relate, `persons` and `firms` judge pairs by rules with ids and vetoes, `clusters`
groups mentions without breaking a veto, `resolution` writes the outcome as a graph, `pairs` judges a table of pairs.
"""

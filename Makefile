# make check: everything but accuracy; make accuracy: score against ../shared/gold where it is there
.PHONY: check format lint type test wheel accuracy

check: format lint type test wheel

format:
	ruff format --check .

lint:
	ruff check .

type:
	mypy

test:
	pytest -n 2

wheel:
	work=$$(mktemp -d) && python .ci/wheel.py "$$work" && rm -rf "$$work"

accuracy:
	work=$$(mktemp -d) && filigraph extract ../shared/filings/gold > "$$work/dev.jsonl" \
	  && ../shared/gold/score.py "$$work/dev.jsonl"; rm -rf "$$work"
	work=$$(mktemp -d) && filigraph extract ../shared/gold/constructed/filings > "$$work/all.jsonl" \
	  && ../shared/gold/score.py --gold ../shared/gold/constructed/gold "$$work/all.jsonl"; rm -rf "$$work"

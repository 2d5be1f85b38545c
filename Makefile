# make check: everything but accuracy; make accuracy: score against ../shared/gold where it is there;
# make fuzz: a night of injured filings (CI takes 2,000 of them)
.PHONY: check format lint type test wheel accuracy fuzz

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
	python benchmarks/accuracy.py

fuzz: a night of injured filings (CI takes 2,000 of them)
.PHONY: check format lint type test wheel accuracy fuzz

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

fuzz:
	python benchmarks/fuzz.py --cases 100000 --seed $$(date +%Y%m%d)

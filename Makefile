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

fuzz:
	python benchmarks/fuzz.py --cases 100000 --seed $$(date +%Y%m%d)

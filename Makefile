# Each target is one plain command: `make site` is `python3 scripts/run.py site`. What each does: `make help`.

PYTHON ?= python3
VERBS := help site test serve build validate mutate clean lock

.PHONY: $(VERBS) verify

$(VERBS):
	$(PYTHON) scripts/run.py $@

verify:
	$(PYTHON) scripts/run.py verify $(if $(DOCUMENTS),--documents "$(DOCUMENTS)")

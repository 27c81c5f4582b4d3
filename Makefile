# Each target is one plain command: `make site` is `python3 scripts/run.py site`. What each does: `make help`.

PYTHON ?= python3
VERBS := help site test promises lint serve build validate benchmark readme release clean lock

.PHONY: $(VERBS) verify privacy mutate account check drafts form check-site new official preview

$(VERBS):
	$(PYTHON) scripts/run.py $@

verify mutate account check drafts privacy:
	$(PYTHON) scripts/run.py $@ $(if $(DOCUMENTS),--documents "$(DOCUMENTS)") $(if $(OFFICIAL),--official "$(OFFICIAL)") $(DOCUMENT)

official:
	$(PYTHON) scripts/run.py $@ $(if $(FROM),--from "$(FROM)") $(if $(COPIED),--copied "$(COPIED)")

preview:
	$(PYTHON) scripts/run.py $@ $(DOCUMENT)

check-site:
	$(PYTHON) scripts/run.py $@ $(SITE)

form:
	$(PYTHON) scripts/run.py $@ $(DOCUMENT) $(if $(FROM),--from "$(FROM)")

new:
	$(PYTHON) scripts/run.py $@ "$(FROM)" $(if $(NAME),--name $(NAME)) $(if $(REQUEST),--request $(REQUEST))

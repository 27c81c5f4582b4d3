"""The laws of facts: each looks at the cells of a document, or of some of its tables."""

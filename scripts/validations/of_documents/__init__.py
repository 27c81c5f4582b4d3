"""The laws of documents: each looks at a document as a whole."""

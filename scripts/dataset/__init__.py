"""The half that makes data: from printed documents to the tidy package. It never imports the website half."""

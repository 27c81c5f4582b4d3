"""The half that makes pages: from the tidy package to a site. It never imports the dataset half."""

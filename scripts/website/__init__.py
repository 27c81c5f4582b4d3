"""The website half: reads the finished package and makes pages of it. It never imports the half that builds the data.

Modules named after a thing (documents, tables, figures, measures ...) turn rows into the facts of its pages; templates/ lays
them out with escaping on; theme/ is the little that differs from the theme. Nothing here knows MkDocs but `staging`.
"""

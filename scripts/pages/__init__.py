"""Pages: one folder a page kind, with its facts (<kind>_page.py) and its templates. Nothing lists
them.

What several kinds share stands beside the folders; parts/ holds what their templates share.
"""

"""What formats and pages tell of the package alike: terms of re-use, citations, addresses on the
web, releases.
"""

"""The site as a whole: staging for the site generator, links, the theme, and what a finished site
must keep.
"""

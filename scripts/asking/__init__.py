"""What the pages that ask the data run on: bundles of browser/, and the data in pieces that are
loaded as scripts.
"""

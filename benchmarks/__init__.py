"""What the steps cost, measured with made-up documents of any number. Not tests: nothing here
passes or fails.
"""

"""Charts: what is drawn, how it is laid out and drawn, and what a chart says. Data in, SVG and
sentences out.
"""

"""Makes a draft of a source folder from a publisher's file. One file here for each kind of file
that can be read.
"""

"""Download formats: one file each. Nothing lists them."""

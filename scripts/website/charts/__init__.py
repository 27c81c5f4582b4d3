"""Charts: which figures a chart shows, what it finds, and the picture of it.

Definitions are data, one file a topic in docs/charts: `definitions` reads them, `selection` finds the figures of each in the
package, `findings` says in words what they show, `layout` gives every mark its place, `drawing` lets Vega-Lite draw a panel,
`pictures` puts panels together into SVG and PNG, `files` makes what can be taken away. `timelines` follows a measure over time.
"""

"""The decision engine: pure functions over plain data.

`basis` turns the catalogue into what both engines read, this one and the one in the browser. From there:
`answers` (text to answers), `asking` (answers to rows and conditions), `scoring` (values and scores), `variation`
(how a result holds) with `bounds` (what cannot come first), `deciding` (all of it, as one result), `words` (the result
in sentences), `record` (the decision record). `checks` holds scenarios and witnesses against the engine.
"""

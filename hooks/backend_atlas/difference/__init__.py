"""What a change of the data means: two catalogues in, one `Difference` out.

`plain` compares values, `answers` cells, facts and texts, `sides` builds the pages and decides for one of the two,
`decisions` and `pages` compare what came out, `comparing` does all of it, `review` says what needs a reviewer's eye.
`report`, `text` and `markdown` are its three forms.
"""

"""References inside a document: from what a phrase is (:mod:`natures`) over what fits it to what it is linked to (:mod:`references`)."""

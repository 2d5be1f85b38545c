"""Signature pages: who signed, as what, when, for whom and through whom; and the powers of attorney granted there.

    By: /s/ Ann B. Carver                         a registrant's row (on behalf of the company named above it)
        Ann B. Carver, President
    /s/ Ann B. Carver    President and Director       May 4, 1999        a person's own row
            *            Director                     May 4, 1999        signed by an attorney-in-fact
    *By: /s/ Ann B. Carver, Attorney-in-Fact                             that attorney: no row

`pages` finds the parts of a page, `cells` cuts its lines, `slots` gathers what belongs to one signer, `people` reads
names, `finish` makes rows of it, `attorneys` reads appointments.
"""

from __future__ import annotations

from .reading import SignaturePages, read_signatures

__all__ = ["SignaturePages", "read_signatures"]

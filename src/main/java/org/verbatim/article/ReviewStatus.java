package org.verbatim.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who has looked at a record. */
@Schema(description = """
        Who has looked at a record:
        * `CONFIRMED`: a person wrote it or found it right
        * `EXTRACTED`: a program found it and nobody has looked yet
        * `CORRECTED`: a person put it right
        * `REJECTED`: a person found it wrong; it is served no more""")
public enum ReviewStatus {
    CONFIRMED,
    EXTRACTED,
    CORRECTED,
    REJECTED
}

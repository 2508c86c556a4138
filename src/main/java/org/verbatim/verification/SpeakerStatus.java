package org.verbatim.verification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether it is known whom a claim means. */
@Schema(description = """
        Whether it is known whom a claim means by its speaker:
        * `RESOLVED`: an agent of that id, name, other name or role
        * `AMBIGUOUS`: several agents share that name or role; `candidates` are all of them, and a quote of any of them counts
        * `UNKNOWN_SPEAKER`: no agent goes by it; `candidates` are those with the most similar names""")
public enum SpeakerStatus {
    RESOLVED,
    AMBIGUOUS,
    UNKNOWN_SPEAKER
}

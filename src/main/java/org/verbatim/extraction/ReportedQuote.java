package org.verbatim.extraction;

import java.util.List;

/**
 * A quote in the journalist's words, as it is found.
 *
 * @param end the number of the token behind all that it takes of its sentence
 */
record ReportedQuote(String rule, Cue cue, Cast.Resolved speaker, List<QuoteDraft.Segment> segments, int end) {}

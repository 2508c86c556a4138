package org.verbatim.extraction;

import java.util.HashMap;
import java.util.Map;
import org.verbatim.article.Confidence;
import org.verbatim.dossier.Dossier;

/** The rules by which records are found, and how sure each is: {@code extraction/rules.txt}, as measured on the evaluation set. */
final class Rules {

    private static final Map<String, Confidence> CONFIDENCES = read();

    private Rules() {}

    private static Map<String, Confidence> read() {
        Map<String, Confidence> confidences = new HashMap<>();
        for (String line : Lexicon.lines("extraction/rules.txt")) {
            String[] parts = line.split("=", 2);
            confidences.put(parts[0].strip(), Confidence.valueOf(parts[1].strip()));
        }
        return confidences;
    }

    /** What a record found by a rule says of it; a rule that has not been measured is not sure. */
    static Dossier.ExtractionPart extraction(String rule) {
        return new Dossier.ExtractionPart(rule, CONFIDENCES.getOrDefault(rule, Confidence.LOW));
    }
}

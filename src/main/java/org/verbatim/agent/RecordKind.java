package org.verbatim.agent;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of record that involve agents. */
public enum RecordKind {
    QUOTE('q', "Quote", "quotes"),
    FUNDING_FACT('f', "FundingFact", "funding-facts"),
    MEETING('m', "Meeting", "meetings");

    private final char letter;
    private final String type;
    private final String collection;

    RecordKind(char letter, String type, String collection) {
        this.letter = letter;
        this.type = type;
        this.collection = collection;
    }

    /** The letter in the ids of its records. */
    public char letter() {
        return letter;
    }

    /** The {@code type} of its records as they are served. */
    public String type() {
        return type;
    }

    /** The path of the list of all of them. */
    public String path() {
        return "/v1/" + collection;
    }

    public static Optional<RecordKind> ofLetter(char letter) {
        return Arrays.stream(values()).filter(kind -> kind.letter == letter).findFirst();
    }
}

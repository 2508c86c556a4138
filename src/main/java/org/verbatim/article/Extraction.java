package org.verbatim.article;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a program found a record. */
@Embeddable
@Schema(description = "How a program found the record.")
public record Extraction(
        @Schema(
                required = true,
                pattern = RULE_FORM,
                maxLength = MAX_RULE,
                description = "The name of the rule that found it.",
                examples = "fr.quoted-then-cue")
        @Column(length = MAX_RULE)
        String rule,

        @Schema(required = true) @Enumerated(EnumType.STRING) @Column(length = 20)
        Confidence confidence) {

    /** In characters. */
    public static final int MAX_RULE = 64;

    /** What the name of a rule looks like. */
    public static final String RULE_FORM = "^[a-z0-9]+([.-][a-z0-9]+)*$";

    private static final Pattern RULE = Pattern.compile(RULE_FORM);

    /** Whether this may be the name of a rule. */
    public static boolean isRule(String name) {
        return name.length() <= MAX_RULE && RULE.matcher(name).matches();
    }
}

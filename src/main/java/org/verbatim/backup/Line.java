package org.verbatim.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.dossier.Dossier;
import org.verbatim.dossier.DossierReader;
import org.verbatim.review.Decision;

/**
 * One line of an export: all that is held of one article, which is its dossier and whatever a dossier does not say; or the
 * last line, which says that the export is complete.
 *
 * <p>Where several lines are about one article, as happens when it changes during the export, the last one counts.
 *
 * <p>Registered for reflection since Jackson reads and writes it, and no resource names it.
 *
 * @param id of the article; first, so that it is found without reading the rest
 * @param addedAt when the article was first held (RFC 3339); absent where nothing of it is told but that it was withdrawn
 * @param dossierSha256 the digest of the dossier that its records came from; absent where there was none, and once it is
 *     withdrawn
 * @param extractor which extractor wrote that dossier; absent where a person did
 * @param decisions what editors last decided on its records
 * @param withdrawals what of it was withdrawn; with its own id, where it was withdrawn as a whole
 * @param revisions all that editors have decided
 * @param text the article, as published
 * @param complete true in the last line, which has nothing else but the number of lines before it
 */
@RegisterForReflection(targets = {Line.class, Line.Decided.class, Line.Withdrawn.class, Line.Revised.class})
@JsonInclude(JsonInclude.Include.NON_NULL)
record Line(
        @Nullable String id,
        @Nullable String addedAt,
        @Nullable String dossierSha256,
        @Nullable String extractor,
        Dossier.@Nullable ArticlePart article,
        @Nullable List<Dossier.AgentPart> agents,
        @Nullable List<Dossier.QuotePart> quotes,
        @Nullable List<Dossier.FundingFactPart> fundingFacts,
        @Nullable List<Dossier.MeetingPart> meetings,
        @Nullable List<Decided> decisions,
        @Nullable List<Withdrawn> withdrawals,
        @Nullable List<Revised> revisions,
        @Nullable String text,
        @Nullable Boolean complete,
        @Nullable Long lines) {

    /** What an editor last decided on a record; its dossier says what became of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decided(
            @Nullable String id,
            @Nullable String at,
            @Nullable String reason) {}

    /** A record, or the article, that was served once and is no more. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Withdrawn(
            @Nullable String id,
            @Nullable String reason,
            @Nullable String at,
            @Nullable String by) {}

    /** One decision of an editor, with the record before and after. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Revised(
            @Nullable String id,
            @Nullable Integer number,
            @Nullable String at,
            @Nullable String editor,
            @Nullable Decision decision,
            @Nullable String reason,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /** Numbers and the order of keys stay as they are, so that what is read is what was written. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static Line complete(long lines) {
        return new Line(
                null, null, null, null, null, null, null, null, null, null, null, null, null, Boolean.TRUE, lines);
    }

    /** What a dossier has of it. */
    Dossier dossier() {
        return new Dossier(article, agents, quotes, fundingFacts, meetings);
    }

    boolean isWithdrawn() {
        return withdrawals != null
                && withdrawals.stream()
                        .anyMatch(withdrawn ->
                                withdrawn.id() != null && withdrawn.id().equals(id));
    }

    /** In UTF-8, with the line feed. */
    byte[] written() {
        return (write(this) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    static Line read(String line) throws DossierReader.UnreadableException {
        return DossierReader.read(line.getBytes(StandardCharsets.UTF_8), Line.class);
    }

    static JsonNode node(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line has nothing that JSON has not", e);
        }
    }
}

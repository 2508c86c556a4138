package org.verbatim.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.verbatim.http.Problem;
import org.verbatim.http.ProblemException;
import org.verbatim.http.ProblemType;
import org.verbatim.http.Query;

/** What is asked: the same as a query and as a body. */
@Schema(description = "A quotation, and who is claimed to have said it.")
public record ClaimedQuote(
        @Schema(
                required = true,
                minLength = 1,
                maxLength = ClaimedQuote.MAX_TEXT,
                pattern = "\\S",
                description =
                        "The quotation; marks round it do not matter. Omissions are marked by `…`, `...`, `[…]` or"
                                + " `(…)`.")
        String text,

        @Schema(
                minLength = 1,
                maxLength = ClaimedQuote.MAX_NAME,
                pattern = "\\S",
                description =
                        "Who is claimed to have said it: an id, a name, another name or a role (`amy-pope`, `Mme Pope`,"
                                + " `la Directrice générale de l’OIM`), whatever its case and accents. Without it, anybody.")
        @Nullable String speaker,

        @Schema(
                minLength = 1,
                maxLength = ClaimedQuote.MAX_NAME,
                pattern = "\\S",
                description = "The id of the only article to look in. Without it, all.")
        @Nullable String article) {

    /** In code points, like all lengths here. */
    static final int MAX_TEXT = 10_000;

    static final int MAX_NAME = 300;

    private static final String WHAT_TO_GIVE = "give the quotation to verify";

    private static final List<String> KEYS = List.of("article", "speaker", "text");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static ClaimedQuote of(Query query) {
        String text = query.required("text", WHAT_TO_GIVE, MAX_TEXT);
        String speaker = query.text("speaker", MAX_NAME);
        String article = query.text("article", MAX_NAME);
        return new ClaimedQuote(text, speaker, article);
    }

    /**
     * Reads a body key by key, so that every fault is told in our words and with its place.
     *
     * @throws ProblemException if it is not JSON, or not of this form
     */
    static ClaimedQuote read(String body) {
        JsonNode json = parse(body);
        List<Problem.Fault> faults = new ArrayList<>();
        for (Iterator<String> keys = json.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!KEYS.contains(key)) {
                faults.add(Problem.Fault.at(
                        "/" + Query.shortened(key).replace("~", "~0").replace("/", "~1"),
                        "There is no such key. Known here: %s.".formatted(String.join(", ", KEYS))));
            }
        }
        String text = string(json, "text", MAX_TEXT, WHAT_TO_GIVE, faults);
        if (text == null && !json.hasNonNull("text")) {
            faults.add(Problem.Fault.at("/text", "It is missing; %s.".formatted(WHAT_TO_GIVE)));
        }
        String speaker = string(json, "speaker", MAX_NAME, Query.OR_NOTHING, faults);
        String article = string(json, "article", MAX_NAME, Query.OR_NOTHING, faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST,
                    faults.stream()
                            .map(fault -> "%s: %s".formatted(fault.pointer(), fault.detail()))
                            .collect(Collectors.joining(" ")),
                    faults);
        }
        return new ClaimedQuote(Objects.requireNonNull(text), speaker, article);
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
            throw malformed("", "The body must be a JSON object with the key text.");
        } catch (JsonProcessingException e) {
            // Its message would quote the client's bytes and our classes.
            throw malformed(
                    "",
                    e.getLocation() == null
                            ? "The body is not JSON (RFC 8259)."
                            : "The body is not JSON (RFC 8259): look at line %d, column %d."
                                    .formatted(
                                            e.getLocation().getLineNr(),
                                            e.getLocation().getColumnNr()));
        }
    }

    private static @Nullable String string(
            JsonNode json, String key, int maxLength, String ifBlank, List<Problem.Fault> faults) {
        JsonNode node = json.get(key);
        if (node == null || node.isNull()) {
            return null;
        }
        String fault = fault(node, maxLength, ifBlank);
        if (fault != null) {
            faults.add(Problem.Fault.at("/" + key, fault));
            return null;
        }
        return node.textValue();
    }

    private static @Nullable String fault(JsonNode node, int maxLength, String ifBlank) {
        if (!node.isTextual()) {
            return "It is not a string.";
        }
        String value = node.textValue();
        String fault = Query.faultOf(value, maxLength, ifBlank);
        if (fault != null) {
            return fault;
        }
        if (value.indexOf('\0') >= 0) {
            return "It has a NUL character, which no text here can have.";
        }
        boolean lone = value.codePoints().anyMatch(c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE);
        return lone ? "It has a surrogate without its other half, which is no character." : null;
    }

    private static ProblemException malformed(String pointer, String detail) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, detail, List.of(Problem.Fault.at(pointer, detail)));
    }
}

package org.verbatim.agent;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.verbatim.index.CurrentIndex;

/** How many records there are of each kind. */
@Schema(description = "How many records there are of each kind.")
public record Counts(
        @Schema(required = true, minimum = "0", description = "Quotes.")
        long quotes,

        @Schema(required = true, minimum = "0", description = "Funding facts.")
        long fundingFacts,

        @Schema(required = true, minimum = "0", description = "Meetings.")
        long meetings) {

    /** Each kind of record counts its own; so agents and articles know the numbers without knowing the kinds. */
    public interface Counter {

        RecordKind kind();

        /**
         * How many records involve each of these agents; one that none involves may be missing.
         *
         * @param index which need not look at each record of somebody who is in very many
         */
        Map<String, Long> countByAgent(Collection<String> agents, CurrentIndex index);

        /** How many records are pinned to each of these articles; one that has none may be missing. */
        Map<String, Long> countByArticle(Collection<String> articles);
    }

    /** Counts everything at once: a query a kind, however many ids there are. */
    public static Map<String, Counts> of(
            Collection<String> ids,
            List<Counter> counters,
            BiFunction<Counter, Collection<String>, Map<String, Long>> count) {
        Map<RecordKind, Map<String, Long>> counted = counters.stream()
                .collect(Collectors.toMap(
                        Counter::kind, counter -> ids.isEmpty() ? Map.of() : count.apply(counter, ids)));
        return ids.stream()
                .distinct()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> new Counts(
                                count(counted, RecordKind.QUOTE, id),
                                count(counted, RecordKind.FUNDING_FACT, id),
                                count(counted, RecordKind.MEETING, id))));
    }

    private static long count(Map<RecordKind, Map<String, Long>> counted, RecordKind kind, String id) {
        return counted.getOrDefault(kind, Map.of()).getOrDefault(id, 0L);
    }
}

package org.verbatim.article;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentRef;
import org.verbatim.http.Addresses;
import org.verbatim.http.Forms;
import org.verbatim.http.Node;

/** What the forms of all kinds of record have in common. */
public final class RecordForms {

    private RecordForms() {}

    /** The columns of a record: those that every kind has stand round those of its own. */
    public static <T> List<Forms.Column<T>> columns(Function<T, Shared> shared, List<Forms.Column<T>> own) {
        List<Forms.Column<T>> columns = new ArrayList<>();
        columns.add(new Forms.Column<>("id", served -> shared.apply(served).id()));
        columns.add(new Forms.Column<>("url", served -> shared.apply(served).url()));
        columns.addAll(own);
        columns.add(new Forms.Column<>(
                "articleId", served -> shared.apply(served).article().id()));
        columns.add(new Forms.Column<>(
                "articleHeadline", served -> shared.apply(served).article().headline()));
        columns.add(new Forms.Column<>(
                "plainText", served -> shared.apply(served).links().plainText()));
        columns.add(new Forms.Column<>("alsoReportedIn", served -> shared.apply(served).alsoReportedIn().stream()
                .map(Elsewhere::id)
                .collect(Collectors.joining(Evidence.IN_A_CELL))));
        columns.add(new Forms.Column<>(
                "reviewStatus", served -> shared.apply(served).reviewStatus()));
        columns.add(new Forms.Column<>("extractionRule", served -> {
            Extraction extraction = shared.apply(served).extraction();
            return extraction == null ? null : extraction.rule();
        }));
        columns.add(new Forms.Column<>("extractionConfidence", served -> {
            Extraction extraction = shared.apply(served).extraction();
            return extraction == null ? null : extraction.confidence();
        }));
        return List.copyOf(columns);
    }

    /** What every kind of record has. */
    public record Shared(
            String id,
            URI url,
            ArticleRef article,
            List<Elsewhere> alsoReportedIn,
            ReviewStatus reviewStatus,
            @Nullable Extraction extraction,
            RecordLinks links) {}

    /** Begins a node. */
    public static Node begin(Shared shared, String... types) {
        return Node.of(types).with("id", shared.url()).with("identifier", shared.id());
    }

    /**
     * Ends a node.
     *
     * @param article what the article is to it, a term of our context
     */
    public static Node end(Node node, Shared shared, String article) {
        Extraction extraction = shared.extraction();
        return node.with(
                        article,
                        Node.of("NewsArticle")
                                .with("id", shared.article().url())
                                .with("headline", shared.article().headline()))
                .with(
                        "seeAlso",
                        shared.alsoReportedIn().stream().map(Elsewhere::url).toList())
                .with("reviewStatus", shared.reviewStatus())
                .with("extractionRule", extraction == null ? null : extraction.rule())
                .with("extractionConfidence", extraction == null ? null : extraction.confidence());
    }

    /** An agent inside a record. The role is what an article says, and so no property of the agent. */
    public static @Nullable Node agent(@Nullable AgentRef agent, Addresses addresses) {
        return agent == null
                ? null
                : Node.of(agent.type().name())
                        .with("id", addresses.of("/v1/agents/" + agent.id()))
                        .with("name", agent.name());
    }

    public static @Nullable Node evidence(@Nullable Evidence evidence) {
        return evidence == null ? null : evidence.linkedData();
    }

    public static List<Node> evidence(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::linkedData).toList();
    }
}

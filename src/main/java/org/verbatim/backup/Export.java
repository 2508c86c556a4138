package org.verbatim.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.ArticleRepository;
import org.verbatim.article.ReviewStatus;
import org.verbatim.article.WithdrawalEntity;
import org.verbatim.article.WithdrawnArticleEntity;
import org.verbatim.dataset.Connections;
import org.verbatim.dataset.Dataset;
import org.verbatim.dossier.Dossier;
import org.verbatim.dossier.DossierExport;
import org.verbatim.dossier.DossierReader;
import org.verbatim.review.History;

/**
 * Writes all that is held, a few articles at a time, each few in a transaction of their own, so that neither memory nor a
 * slow reader sets a bound. What changes meanwhile is written once more at the end, until nothing has: so the whole is
 * the state of one moment, which is that of its end.
 */
@ApplicationScoped
class Export {

    /** So many articles at once. */
    private static final int PAGE = 20;

    /** What changes while it is read can be missing halfway; it is read again. */
    private static final int TRIES = 5;

    private final ArticleRepository articles;
    private final DossierExport dossiers;
    private final History history;
    private final Dataset dataset;
    private final Connections connections;
    private final EntityManager entities;

    Export(
            ArticleRepository articles,
            DossierExport dossiers,
            History history,
            Dataset dataset,
            Connections connections,
            EntityManager entities) {
        this.articles = articles;
        this.dossiers = dossiers;
        this.history = history;
        this.dataset = dataset;
        this.connections = connections;
        this.entities = entities;
    }

    /**
     * Writes it.
     *
     * @param everything also what only editors may see
     */
    void write(boolean everything, OutputStream into) throws IOException {
        long version = dataset.current().version();
        long lines = write(articles::heldBehind, everything, into) + write(articles::withdrawnBehind, everything, into);

        // Of all that has changed up to now; what changes after that is for the next turn, whether it is among it or
        // not.
        long next = dataset.current().version();
        Set<String> changed = dataset.articlesChangedSince(version);
        while (changed.size() > PAGE) {
            List<String> all = List.copyOf(changed);
            for (int from = 0; from < all.size(); from += PAGE) {
                lines += write(all.subList(from, Math.min(from + PAGE, all.size())), everything, into);
            }
            version = next;
            next = dataset.current().version();
            changed = dataset.articlesChangedSince(version);
        }
        if (!changed.isEmpty()) {
            long since = version;
            // Few, so that they are read while no change goes on, and written when changes go on again.
            List<byte[]> rest = connections.anew(() -> {
                dataset.lock();
                return lines(List.copyOf(dataset.articlesChangedSince(since)), everything);
            });
            for (byte[] line : rest) {
                into.write(line);
            }
            lines += rest.size();
        }
        into.write(Line.complete(lines).written());
    }

    private interface Ids {
        List<String> behind(String id, int most);
    }

    private long write(Ids all, boolean everything, OutputStream into) throws IOException {
        long lines = 0;
        String last = "";
        List<String> page;
        do {
            String behind = last;
            page = read(() -> all.behind(behind, PAGE));
            lines += write(page, everything, into);
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE);
        return lines;
    }

    private int write(List<String> ids, boolean everything, OutputStream into) throws IOException {
        List<byte[]> lines = read(() -> lines(ids, everything));
        for (byte[] line : lines) {
            into.write(line);
        }
        return lines.size();
    }

    private <T> T read(Supplier<T> reading) {
        for (int tries = 1; ; tries++) {
            long version = dataset.current().version();
            try {
                return connections.anew(reading);
            } catch (RuntimeException e) {
                if (tries == TRIES || dataset.current().version() == version) {
                    throw e;
                }
            }
        }
    }

    private List<byte[]> lines(List<String> ids, boolean everything) {
        List<byte[]> lines = new ArrayList<>();
        for (String id : ids) {
            Line line = line(id, everything);
            if (line != null) {
                lines.add(line.written());
            }
            entities.clear();
        }
        return lines;
    }

    /** All that is held of an article; null if nothing is. */
    private @Nullable Line line(String id, boolean everything) {
        ArticleEntity article = articles.findById(id);
        List<WithdrawalEntity> withdrawals = articles.withdrawalsOf(id);
        if (article == null) {
            return withdrawals.isEmpty() ? null : withdrawn(id, withdrawals, everything);
        }
        DossierExport.Whole whole = dossiers.whole(article, everything);
        Stream<Line.Withdrawn> gone = withdrawals.stream().map(withdrawal -> of(withdrawal, everything));
        if (!everything) {
            // Everybody may know that something was rejected and why, but not what.
            gone = Stream.concat(
                    gone,
                    whole.decisions().stream()
                            .filter(decision -> decision.status() == ReviewStatus.REJECTED)
                            .map(decision -> rejected(decision, article)));
        }
        Set<String> records = new TreeSet<>();
        records(whole.dossier()).forEach(records::add);
        withdrawals.forEach(withdrawal -> records.add(withdrawal.id()));
        return new Line(
                id,
                article.addedAt().toString(),
                article.dossierSha256(),
                article.extractor(),
                whole.dossier().article(),
                whole.dossier().agents(),
                whole.dossier().quotes(),
                whole.dossier().fundingFacts(),
                whole.dossier().meetings(),
                orNull(whole.decisions().stream()
                        .filter(decision -> decision.at() != null)
                        .filter(decision -> everything || decision.status() != ReviewStatus.REJECTED)
                        .map(decision -> new Line.Decided(
                                decision.id(),
                                Objects.requireNonNull(decision.at()).toString(),
                                decision.reason()))
                        .toList()),
                orNull(gone.sorted(Comparator.comparing(withdrawn -> Objects.requireNonNull(withdrawn.id())))
                        .toList()),
                everything ? orNull(revisions(records)) : null,
                article.text().toString(),
                null,
                null);
    }

    private Line withdrawn(String id, List<WithdrawalEntity> withdrawals, boolean everything) {
        WithdrawnArticleEntity kept = everything ? articles.kept(id) : null;
        Dossier dossier = kept == null ? new Dossier(null, null, null, null, null) : read(kept.dossier());
        return new Line(
                id,
                kept == null ? null : kept.addedAt().toString(),
                null,
                null,
                dossier.article(),
                dossier.agents(),
                dossier.quotes(),
                dossier.fundingFacts(),
                dossier.meetings(),
                null,
                withdrawals.stream()
                        .map(withdrawal -> of(withdrawal, everything))
                        .sorted(Comparator.comparing(withdrawn -> Objects.requireNonNull(withdrawn.id())))
                        .toList(),
                everything
                        ? orNull(revisions(
                                withdrawals.stream().map(WithdrawalEntity::id).toList()))
                        : null,
                kept == null ? null : kept.text(),
                null,
                null);
    }

    private static Line.Withdrawn of(WithdrawalEntity withdrawal, boolean everything) {
        return new Line.Withdrawn(
                withdrawal.id(),
                withdrawal.reason(),
                withdrawal.withdrawnAt().toString(),
                everything ? withdrawal.withdrawnBy() : null);
    }

    private static Line.Withdrawn rejected(DossierExport.LastDecision decision, ArticleEntity article) {
        return new Line.Withdrawn(
                decision.id(),
                decision.at() == null
                        ? "Its dossier says that it is wrong."
                        : Objects.requireNonNullElse(decision.reason(), "An editor has rejected it."),
                Objects.requireNonNullElse(decision.at(), article.addedAt()).toString(),
                null);
    }

    private List<Line.Revised> revisions(Iterable<String> records) {
        List<String> ids = new ArrayList<>();
        records.forEach(ids::add);
        return history.of(ids).stream()
                .map(entry -> new Line.Revised(
                        entry.recordId(),
                        entry.number(),
                        entry.at().toString(),
                        entry.editor(),
                        entry.decision(),
                        entry.reason(),
                        Line.node(entry.before()),
                        Line.node(entry.after())))
                .toList();
    }

    /** The ids of the records that a dossier has. */
    static Stream<String> records(Dossier dossier) {
        return Stream.of(
                        ids(dossier.quotes(), Dossier.QuotePart::id),
                        ids(dossier.fundingFacts(), Dossier.FundingFactPart::id),
                        ids(dossier.meetings(), Dossier.MeetingPart::id))
                .flatMap(ids -> ids);
    }

    private interface Named<P> {
        @Nullable String id(P part);
    }

    private static <P> Stream<String> ids(@Nullable List<P> parts, Named<P> named) {
        return parts == null
                ? Stream.of()
                : parts.stream()
                        .filter(Objects::nonNull)
                        .map(named::id)
                        .filter(Objects::nonNull)
                        .map(String::valueOf);
    }

    private static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    private static Dossier read(String dossier) {
        try {
            return DossierReader.read(dossier.getBytes(StandardCharsets.UTF_8), Dossier.class);
        } catch (DossierReader.UnreadableException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }
}

package org.verbatim.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.verbatim.agent.AgentEntity;
import org.verbatim.agent.AgentRepository;
import org.verbatim.article.Extraction;
import org.verbatim.article.RecordEntity;
import org.verbatim.article.RecordId;
import org.verbatim.article.ReviewStatus;
import org.verbatim.article.Shelf;
import org.verbatim.dataset.Dataset;
import org.verbatim.dossier.Dossier;
import org.verbatim.dossier.DossierCheck;
import org.verbatim.dossier.DossierReader;
import org.verbatim.dossier.Fault;
import org.verbatim.http.Addresses;
import org.verbatim.http.Bodies;
import org.verbatim.http.Cursor;
import org.verbatim.http.Editors;
import org.verbatim.http.IfMatch;
import org.verbatim.http.Page;
import org.verbatim.http.Paging;
import org.verbatim.http.Problem;
import org.verbatim.http.ProblemException;
import org.verbatim.http.ProblemType;
import org.verbatim.http.Query;
import org.verbatim.http.Representations;

/** Decides, and keeps what was decided; the same for all kinds of record. */
@ApplicationScoped
class Reviews {

    private final EntityManager entities;
    private final Dataset dataset;
    private final AgentRepository agents;
    private final List<Shelf> shelves;
    private final Representations representations;
    private final Bodies bodies;
    private final Editors editors;
    private final Addresses addresses;
    private final ObjectMapper json;
    private final Clock clock;

    Reviews(
            EntityManager entities,
            Dataset dataset,
            AgentRepository agents,
            @All List<Shelf> shelves,
            Representations representations,
            Bodies bodies,
            Editors editors,
            Addresses addresses,
            ObjectMapper json,
            Clock clock) {
        this.entities = entities;
        this.dataset = dataset;
        this.agents = agents;
        this.shelves = shelves;
        this.representations = representations;
        this.bodies = bodies;
        this.editors = editors;
        this.addresses = addresses;
        this.json = json;
        this.clock = clock;
    }

    /** Where the review of a record stands, whether it was rejected or not. */
    @Transactional
    <E extends RecordEntity, C, P> Review<P> review(Reviewed<E, C, P> kind, String id, UriInfo request) {
        Query.readNothing(request);
        return review(kind, kind.records().existingOrRejected(id));
    }

    private <E extends RecordEntity, C, P> Review<P> review(Reviewed<E, C, P> kind, E record) {
        return new Review<>(
                record.reviewStatus(),
                record.reviewReason(),
                record.reviewedAt(),
                entities.createQuery(
                                "select r.editor from Revision r where r.recordId = :id order by r.number desc",
                                String.class)
                        .setParameter("id", record.id())
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst()
                        .orElse(null),
                kind.written().apply(record));
    }

    /**
     * Reads a decision and carries it out: all of it, or nothing.
     *
     * @throws ProblemException if it cannot be read, does not hold, or was made on a state that is there no more
     */
    @Transactional
    <E extends RecordEntity, C, P> Review<P> decide(
            Reviewed<E, C, P> kind, String id, HttpHeaders headers, InputStream body, UriInfo request) {
        Query.readNothing(request);
        IfMatch expected = IfMatch.of(headers.getHeaderString(HttpHeaders.IF_MATCH));
        Decided<P> decided = read(kind, bodies.read(body, Bodies.typeOf(headers)));
        dataset.lock();
        E record = kind.records().existingOrRejected(id);
        expected.require(entityTags(kind, record));

        P before = kind.written().apply(record);
        Set<String> changed = new HashSet<>(Set.of(record.article().id()));
        Decision decision = decision(decided);
        if (decision == Decision.CORRECTED) {
            correct(kind, record, decided, changed);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        record.review(decision.makes(), decided.reason(), now);
        P after = kind.written().apply(record);
        entities.persist(new RevisionEntity(
                id,
                1 + revisions(id).intValue(),
                now,
                editors.name(),
                decision,
                decided.reason(),
                written(before),
                written(after)));
        dataset.changed(changed);
        return review(kind, record);
    }

    /** The tags of the present state: that of the record, where it is served, and that of its review. */
    private <E extends RecordEntity, C, P> List<String> entityTags(Reviewed<E, C, P> kind, E record) {
        List<String> tags = new ArrayList<>(List.of(representations.entityTag(review(kind, record))));
        if (record.reviewStatus() != ReviewStatus.REJECTED) {
            shelves.stream()
                    .filter(shelf -> shelf.type().equals(kind.records().kind().type()))
                    .flatMap(shelf -> shelf.items(List.of(record.id())).values().stream())
                    .forEach(item -> tags.add(representations.entityTag(item.served())));
        }
        return tags;
    }

    // --- What an editor sends -------------------------------------------------------------------------------------

    private static <E extends RecordEntity, C, P> Decided<P> read(Reviewed<E, C, P> kind, String body) {
        try {
            return DossierReader.read(body.getBytes(StandardCharsets.UTF_8), kind.body());
        } catch (DossierReader.UnreadableException e) {
            throw problem(ProblemType.MALFORMED_REQUEST, List.of(e.fault()));
        }
    }

    /** What was decided, once it is sure that whatever belongs to it was said, and nothing else. */
    private static Decision decision(Decided<?> decided) {
        List<Fault> faults = new ArrayList<>();
        Decision decision = decided.status();
        if (decision == null) {
            faults.add(new Fault("/status", "one of CONFIRMED, CORRECTED, REJECTED", "nothing"));
        }
        String reason = decided.reason();
        if (reason == null && decision != null && decision != Decision.CONFIRMED) {
            faults.add(new Fault("/reason", "why it is " + decision, "nothing"));
        } else if (reason != null && !isText(reason)) {
            faults.add(new Fault(
                    "/reason",
                    "some text of at most %d characters".formatted(Decided.MAX_REASON),
                    reason.isBlank() ? "a blank one" : reason.length() + " characters, or some that are none"));
        }
        if (decision == Decision.CORRECTED && decided.record() == null) {
            faults.add(new Fault("/record", "the record as it ought to be", "nothing"));
        } else if (decision != null && decision != Decision.CORRECTED) {
            if (decided.record() != null) {
                faults.add(new Fault("/record", "nothing, or the status CORRECTED", "a record"));
            }
            if (decided.agents() != null) {
                faults.add(new Fault("/agents", "nothing, or the status CORRECTED", "agents"));
            }
        }
        if (!faults.isEmpty()) {
            throw problem(ProblemType.UNPROCESSABLE_CONTENT, faults);
        }
        return Objects.requireNonNull(decision);
    }

    private static boolean isText(String reason) {
        return !reason.isBlank()
                && reason.length() <= Decided.MAX_REASON
                && reason.codePoints()
                        .noneMatch(c -> c == 0 || (Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE));
    }

    // --- Correcting -----------------------------------------------------------------------------------------------

    /** @param changed gets the agents of whom something more is said */
    private <E extends RecordEntity, C, P> void correct(
            Reviewed<E, C, P> kind, E record, Decided<P> decided, Set<String> changed) {
        P part = Objects.requireNonNull(decided.record());
        List<Dossier.AgentPart> further = Objects.requireNonNullElse(decided.agents(), List.of());
        String article = record.article().id();
        Map<String, AgentEntity> known = agents.statedBy(article);
        DossierCheck.Correction<C> correction = kind.check()
                .of(
                        part,
                        further,
                        new DossierCheck.Around(
                                RecordId.parse(record.id()).orElseThrow(),
                                record.article().text(),
                                known.keySet()));
        List<Fault> faults = new ArrayList<>(correction.faults());
        faults.addAll(faultsOfProvenance(record, correction.record()));
        for (int i = 0; i < correction.agents().size(); i++) {
            AgentRepository.Said said = correction.agents().get(i);
            AgentEntity stored = agents.findById(said.id());
            if (stored != null && stored.type() != said.type()) {
                faults.add(new Fault(
                        "/agents/%d/type".formatted(i),
                        "%s, as other articles have “%s”".formatted(stored.type(), said.id()),
                        said.type().name()));
            }
        }
        if (!faults.isEmpty()) {
            throw problem(ProblemType.UNPROCESSABLE_CONTENT, faults);
        }

        P before = kind.bare().apply(kind.written().apply(record));
        List<P> others = kind.records().list("article.id = ?1 and id <> ?2", article, record.id()).stream()
                .map(kind.written())
                .map(kind.bare())
                .toList();
        AgentRepository.Stated stated = agents.stateFurther(article, correction.agents());
        stated.touched().forEach(agent -> changed.add(Dataset.agent(agent)));
        kind.set().accept(record, correction.record().content().apply(stated.stated()));
        record.setAlsoReportedIn(correction.record().alsoReportedIn());
        P after = kind.bare().apply(kind.written().apply(record));
        if (after.equals(before)) {
            throw problem(
                    ProblemType.UNPROCESSABLE_CONTENT,
                    List.of(new Fault(
                            "/record", "something else than there is, or the status CONFIRMED", "what there is")));
        }
        if (others.contains(after)) {
            throw problem(
                    ProblemType.UNPROCESSABLE_CONTENT,
                    List.of(new Fault("/record", "a record of its own", "the same as another of this article")));
        }
    }

    /** Where a record comes from is not for its editor to say; it may stand there as it is. */
    private static List<Fault> faultsOfProvenance(RecordEntity record, DossierCheck.Checked<?> checked) {
        List<Fault> faults = new ArrayList<>();
        Extraction extraction = checked.extraction();
        if (extraction != null && !extraction.equals(record.extraction())) {
            faults.add(new Fault("/record/extraction", "nothing, or what there is", "something else"));
        }
        return faults;
    }

    // --- The history ----------------------------------------------------------------------------------------------

    /**
     * The decisions on a record, the first one first. Whoever may read a record may read them; those on one that is not
     * served any more are for editors.
     */
    @Transactional
    <E extends RecordEntity, C, P> Page<Revision<P>> revisions(
            Reviewed<E, C, P> kind, String id, HttpHeaders headers, UriInfo request) {
        Paging<Integer> paging = Query.read(request, query -> Paging.of(query, 1, Reviews::number));
        long total = kind.records().isId(id) ? revisions(id) : 0;
        if (total > 0 && headers.getHeaderString(HttpHeaders.AUTHORIZATION) != null && !isServed(kind, id)) {
            editors.require();
        } else {
            kind.records().existing(id);
        }
        List<RevisionEntity> found = entities.createQuery(
                        "from Revision r where r.recordId = :id and r.number > :after order by r.number",
                        RevisionEntity.class)
                .setParameter("id", id)
                .setParameter("after", Objects.requireNonNullElse(paging.after(), 0))
                .setMaxResults(paging.limit() + 1)
                .getResultList();
        return Page.of(
                found,
                total,
                paging.limit(),
                revision -> Cursor.behind(String.valueOf(revision.number)),
                page -> page.stream().map(revision -> served(kind, revision)).toList(),
                addresses,
                request);
    }

    private static Integer number(Cursor cursor) {
        try {
            return Integer.valueOf(cursor.keys().get(0));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Cursor.WHAT_IS_RIGHT, e);
        }
    }

    private static <E extends RecordEntity, C, P> boolean isServed(Reviewed<E, C, P> kind, String id) {
        return kind.records().findById(id) != null;
    }

    private Long revisions(String id) {
        return entities.createQuery("select count(*) from Revision r where r.recordId = :id", Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private static <E extends RecordEntity, C, P> Revision<P> served(Reviewed<E, C, P> kind, RevisionEntity revision) {
        return new Revision<>(
                revision.number,
                revision.decidedAt,
                revision.editor,
                revision.decision,
                revision.reason,
                part(kind, revision.beforePart),
                part(kind, revision.afterPart));
    }

    private static <E extends RecordEntity, C, P> P part(Reviewed<E, C, P> kind, String written) {
        try {
            return DossierReader.read(written.getBytes(StandardCharsets.UTF_8), kind.part());
        } catch (DossierReader.UnreadableException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    private String written(Object part) {
        try {
            return json.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read can be written", e);
        }
    }

    private static ProblemException problem(ProblemType type, List<Fault> faults) {
        return new ProblemException(
                type,
                faults.stream().map(Reviews::told).collect(Collectors.joining(" ")),
                faults.stream()
                        .map(fault -> Problem.Fault.at(
                                fault.pointer(), "Expected %s, found %s.".formatted(fault.expected(), fault.found())))
                        .toList());
    }

    private static String told(Fault fault) {
        return "%s: expected %s, found %s."
                .formatted(fault.pointer().isEmpty() ? "The body" : fault.pointer(), fault.expected(), fault.found());
    }
}

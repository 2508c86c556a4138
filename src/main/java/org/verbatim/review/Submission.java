package org.verbatim.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.RecordId;
import org.verbatim.dossier.Dossier;
import org.verbatim.dossier.DossierReader;
import org.verbatim.dossier.Fault;
import org.verbatim.dossier.Sha256;
import org.verbatim.http.Problem;
import org.verbatim.http.ProblemException;
import org.verbatim.http.ProblemType;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/**
 * An article as it came, in any of the three forms in which one can be sent.
 *
 * @param known what its sender says of it; its id and its SHA-256 are always there
 * @param dossier what its sender has annotated; null where a program has to look
 */
record Submission(
        SourceText text,
        Dossier.ArticlePart known,
        @Nullable Dossier dossier) {

    /** How many digits of the SHA-256 make an id. */
    private static final int ID_DIGITS = 16;

    private static final JsonFactory JSON = new JsonFactory();

    String id() {
        return Objects.requireNonNull(known.id());
    }

    String sha256() {
        return Objects.requireNonNull(known.sha256());
    }

    /**
     * Reads a body.
     *
     * @throws ProblemException if it has not one of the forms
     */
    static Submission read(String body, MediaType type) {
        if (type.isCompatible(MediaType.TEXT_PLAIN_TYPE)) {
            return of(new PostedArticle(body, null, null, null, null, null, null), "");
        }
        return hasArticle(body) ? of(read(body, PostedDossier.class)) : of(read(body, PostedArticle.class), "/text");
    }

    /** Reads a body that can have no dossier in it. */
    static Submission readPlain(String body, MediaType type) {
        Submission submission = read(body, type);
        if (submission.dossier() != null) {
            throw malformed(List.of(Problem.Fault.at(
                    "/article", "There is no such key here: what an article says is what this is to find.")));
        }
        return submission;
    }

    private static Submission of(PostedArticle posted, String textPointer) {
        SourceText text = text(posted.text(), textPointer);
        String sha256 = sha256(text);
        Dossier.Pin headline = null;
        String supplied = posted.headline();
        if (supplied != null && !supplied.isBlank()) {
            List<Span> places = text.occurrences(supplied, 1);
            if (!places.isEmpty()) {
                headline = new Dossier.Pin(
                        supplied, places.get(0).start(), places.get(0).end());
                supplied = null;
            }
        }
        return new Submission(
                text,
                new Dossier.ArticlePart(
                        id(posted.id(), "/id", sha256),
                        sha256,
                        posted.inLanguage(),
                        headline,
                        supplied,
                        posted.publisher(),
                        null,
                        posted.datePublished(),
                        null,
                        posted.url()),
                null);
    }

    private static Submission of(PostedDossier posted) {
        SourceText text = text(posted.text(), "/text");
        Dossier.ArticlePart part = Objects.requireNonNullElseGet(
                posted.article(), () -> new Dossier.ArticlePart(null, null, null, null, null, null, null, null, null));
        String sha256 = sha256(text);
        Dossier.ArticlePart known = new Dossier.ArticlePart(
                id(part.id(), "/article/id", sha256),
                part.sha256() == null ? sha256 : part.sha256(),
                part.inLanguage(),
                part.headline(),
                part.headlineAsSupplied(),
                part.publisher(),
                part.authors(),
                part.datePublished(),
                part.datePublishedAsStated(),
                part.url());
        return new Submission(text, known, posted.dossier(known));
    }

    /**
     * What a program has found, with what the sender said of the headline: a headline that does not stand in the text is
     * nothing that the program could find.
     */
    Dossier headlined(Dossier found) {
        Dossier.ArticlePart part = Objects.requireNonNull(found.article());
        return new Dossier(
                new Dossier.ArticlePart(
                        id(),
                        sha256(),
                        part.inLanguage(),
                        known.headlineAsSupplied() == null ? part.headline() : null,
                        known.headlineAsSupplied(),
                        part.publisher(),
                        part.authors(),
                        part.datePublished(),
                        part.datePublishedAsStated(),
                        part.url()),
                found.agents(),
                found.quotes(),
                found.fundingFacts(),
                found.meetings());
    }

    /** Whether a JSON object has the key that tells a dossier from an article. What is no JSON is told later. */
    private static boolean hasArticle(String body) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.currentName().equals("article")) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static <T> T read(String body, Class<T> form) {
        try {
            return DossierReader.read(body.getBytes(StandardCharsets.UTF_8), form);
        } catch (DossierReader.UnreadableException e) {
            throw malformed(List.of(fault(e.fault())));
        }
    }

    private static SourceText text(@Nullable String text, String pointer) {
        if (text == null || text.isBlank()) {
            throw malformed(List.of(Problem.Fault.at(pointer, "There is no text; give that of the article.")));
        }
        if (text.indexOf('\0') >= 0) {
            throw malformed(List.of(Problem.Fault.at(pointer, "It has a NUL character, which no text here can have.")));
        }
        try {
            return SourceText.of(text);
        } catch (IllegalArgumentException e) {
            throw malformed(List.of(
                    Problem.Fault.at(pointer, "It has a surrogate without its other half, which is no character.")));
        }
    }

    private static String sha256(SourceText text) {
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String id(@Nullable String chosen, String pointer, String sha256) {
        if (chosen == null) {
            return sha256.substring(0, ID_DIGITS);
        }
        if (!RecordId.ARTICLE_ID.matcher(chosen).matches()) {
            throw malformed(List.of(Problem.Fault.at(
                    pointer,
                    "An id has lower-case letters, digits and hyphens, at most 64, and begins with no hyphen.")));
        }
        return chosen;
    }

    /** A body that cannot be read. */
    private static ProblemException malformed(List<Problem.Fault> faults) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, told(faults), faults);
    }

    /**
     * A body that can be read and does not hold.
     *
     * @param faults with pointers into a dossier
     */
    ProblemException unprocessable(List<Fault> faults) {
        List<Problem.Fault> told =
                faults.stream().map(this::inBody).map(Submission::fault).toList();
        return new ProblemException(ProblemType.UNPROCESSABLE_CONTENT, told(told), told);
    }

    /** What a dossier has under {@code article} is at the top of an article that was sent without one. */
    private Fault inBody(Fault fault) {
        if (dossier != null) {
            return fault;
        }
        String pointer = fault.pointer().equals("/article/headlineAsSupplied") ? "/headline" : fault.pointer();
        return new Fault(pointer.replaceFirst("^/article", ""), fault.expected(), fault.found());
    }

    private static Problem.Fault fault(Fault fault) {
        return Problem.Fault.at(fault.pointer(), "Expected %s, found %s.".formatted(fault.expected(), fault.found()));
    }

    private static String told(List<Problem.Fault> faults) {
        return faults.stream()
                .map(fault ->
                        "%s: %s".formatted("".equals(fault.pointer()) ? "the body" : fault.pointer(), fault.detail()))
                .collect(Collectors.joining(" "));
    }
}

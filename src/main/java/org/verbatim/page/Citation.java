package org.verbatim.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.Elision;
import org.verbatim.article.Article;
import org.verbatim.article.Evidence;

/**
 * A record as people cite it: the article that has the words, the words, and where they can be seen. What is not known is
 * left out, and a missing date is said to be missing.
 *
 * @param words the article's characters, in one line
 * @param speaker who is said to have said so; null where nobody is
 * @param direct whether these are the speaker's own words; the article's for them otherwise
 * @param page where the record is shown
 * @param published where the words stand on the publisher's page; null where its address is not known
 */
record Citation(
        String id,
        String words,
        @Nullable String speaker,
        boolean direct,
        Article article,
        URI page,
        @Nullable String published,
        String language) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String SPECIAL_TO_MARKDOWN = "\\`*_{}[]<>#|~&!";

    static Citation of(
            String id,
            String words,
            @Nullable String speaker,
            boolean direct,
            List<Evidence> evidence,
            Article article,
            URI page,
            String language) {
        URI source = Display.web(article.sourceUrl());
        String published = source == null
                ? null
                : source.toString().replaceFirst("#.*", "") + "#"
                        + TextFragment.of(evidence.stream().map(Display::exact).toList());
        return new Citation(id, oneLine(words), speaker, direct, article, page, published, language);
    }

    /** Close to the APA's style, in one line: the words, whose they are, and the article. */
    public String apa() {
        boolean french = language.equals("fr");
        List<String> parts = new ArrayList<>();
        parts.add(french ? "« %s »".formatted(words) : "“%s”".formatted(words));
        String in = french ? "dans :" : "in:";
        parts.add("(" + (speaker == null ? in : "%s, %s".formatted(whose(speaker), in)));
        String date = article.datePublished();
        String undated = french ? "s. d." : "n.d.";
        parts.add("%s (%s)."
                .formatted(
                        author() == null ? title() : author(),
                        date == null ? undated : Display.inWords(date, language)));
        if (author() != null) {
            parts.add(endedWithStop(title()));
        }
        if (article.publisher() != null && !article.publisher().equals(author())) {
            parts.add(endedWithStop(article.publisher()));
        }
        parts.add((published == null ? page.toString() : published) + ")");
        return String.join(" ", parts);
    }

    /** An entry for BibTeX and biblatex. */
    public String bibtex() {
        return entry().bibtex();
    }

    /** An item for citation processors: CSL-JSON. */
    public String cslJson() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(List.of(entry().csl()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private org.verbatim.http.Citation entry() {
        String said = direct || speaker == null ? "“%s”".formatted(words) : words;
        return new org.verbatim.http.Citation(
                id,
                title(),
                article.authors(),
                article.publisher(),
                article.datePublished(),
                article.inLanguage(),
                published == null ? page : URI.create(published),
                speaker == null ? said : "%s: %s".formatted(speaker, said),
                page);
    }

    /** A quotation in Markdown (CommonMark), with links. */
    public String markdown() {
        String by = speaker == null ? "" : whose(markdown(speaker)) + ", ";
        String source = published == null ? "" : ", [%s](<%s>)".formatted(markdown(publisher()), published);
        return "> %s\n>\n> — %s[%s](<%s>)%s".formatted(markdown(words), by, markdown(title()), page, source);
    }

    private String whose(String speaker) {
        if (direct) {
            return speaker;
        }
        return language.equals("fr") ? "propos rapportés " + Elision.de(speaker) : "reporting " + speaker;
    }

    private String publisher() {
        return Objects.requireNonNullElseGet(article.publisher(), this::title);
    }

    private @Nullable String author() {
        return article.authors().isEmpty() ? article.publisher() : String.join(", ", article.authors());
    }

    private String title() {
        return article.headline() == null ? article.id() : oneLine(article.headline());
    }

    private static String endedWithStop(String sentence) {
        return sentence.matches(".*[.!?…]") ? sentence : sentence + ".";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String markdown(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(character -> SPECIAL_TO_MARKDOWN.contains(character) ? "\\" + character : character)
                .collect(Collectors.joining());
    }
}

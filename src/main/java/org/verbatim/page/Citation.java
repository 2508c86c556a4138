package org.verbatim.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.Article;
import org.verbatim.article.Evidence;

/**
 * A record as it is cited: the article that has the words, the words, and where they can be seen. What is not known is
 * left out, and a missing date is said to be missing.
 *
 * @param id of the record
 * @param speaker whose words they are; null where they are nobody's
 * @param words the article's characters
 * @param page where the record is shown
 * @param published where the words stand on the publisher's page; null where its address is not known
 */
record Citation(
        String id,
        @Nullable String speaker,
        String words,
        Article article,
        URI page,
        @Nullable String published,
        String language) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What TeX takes for itself and gives back behind a backslash. */
    private static final String SPECIAL_TO_TEX = "{}%&#$_";

    private static final String SPECIAL_TO_MARKDOWN = "\\`*_{}[]<>#|~&!";

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    static Citation of(
            String id,
            @Nullable String speaker,
            String words,
            List<Evidence> evidence,
            Article article,
            URI page,
            String language) {
        URI source = Display.web(article.sourceUrl());
        String published = source == null
                ? null
                : source.toString().replaceFirst("#.*", "") + "#"
                        + TextFragment.of(evidence.stream().map(Display::exact).toList());
        return new Citation(id, speaker, oneLine(words), article, page, published, language);
    }

    /** Close to the APA's style, in one line: the words, whose they are, and the article. */
    public String apa() {
        boolean french = language.equals("fr");
        List<String> parts = new ArrayList<>();
        parts.add(french ? "« %s »".formatted(words) : "“%s”".formatted(words));
        String in = french ? "dans :" : "in:";
        parts.add(speaker == null ? "(" + in : "(%s, %s".formatted(speaker, in));
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
        Map<String, String> fields = new LinkedHashMap<>();
        if (!article.authors().isEmpty()) {
            fields.put(
                    "author",
                    article.authors().stream()
                            .map(name -> "{" + tex(name) + "}")
                            .collect(Collectors.joining(" and ")));
        }
        fields.put("title", "{" + tex(title()) + "}");
        if (article.publisher() != null) {
            fields.put("organization", tex(article.publisher()));
        }
        String date = article.datePublished();
        if (date != null) {
            fields.put("year", date.substring(0, 4));
            if (date.length() >= 7) {
                fields.put("month", MONTHS.get(Integer.parseInt(date.substring(5, 7)) - 1));
            }
        }
        fields.put("url", published == null ? page.toString() : published);
        fields.put("note", "%s``%s'', %s".formatted(speaker == null ? "" : tex(speaker) + ": ", tex(words), page));
        if (article.inLanguage() != null) {
            fields.put("langid", tex(article.inLanguage()));
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey().equals("month")
                        ? "  month = " + field.getValue()
                        : "  %s = {%s}".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",\n", "@misc{" + id.replace('.', '-') + ",\n", "\n}"));
    }

    /** An item for citation processors: CSL-JSON. */
    public String cslJson() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.put("type", "article-newspaper");
        item.put("title", title());
        if (!article.authors().isEmpty()) {
            item.put(
                    "author",
                    article.authors().stream()
                            .map(name -> Map.of("literal", name))
                            .toList());
        }
        if (article.publisher() != null) {
            item.put("container-title", article.publisher());
        }
        String date = article.datePublished();
        if (date != null) {
            item.put(
                    "issued",
                    Map.of(
                            "date-parts",
                            List.of(Arrays.stream(date.split("-"))
                                    .map(Integer::valueOf)
                                    .toList())));
        }
        item.put("URL", published == null ? page.toString() : published);
        if (article.inLanguage() != null) {
            item.put("language", article.inLanguage());
        }
        item.put("note", (speaker == null ? "" : speaker + ": ") + "“" + words + "” " + page);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(List.of(item));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A quotation in Markdown (CommonMark), with links. */
    public String markdown() {
        String by = speaker == null ? "" : markdown(speaker) + ", ";
        String source = published == null ? "" : ", [%s](<%s>)".formatted(markdown(publisher()), published);
        return "> %s\n>\n> — %s[%s](<%s>)%s".formatted(markdown(words), by, markdown(title()), page, source);
    }

    private String publisher() {
        return article.publisher() == null ? title() : article.publisher();
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

    private static String tex(String text) {
        return escaped(text, character -> switch (character) {
            case "\\" -> "\\textbackslash{}";
            case "~" -> "\\textasciitilde{}";
            case "^" -> "\\textasciicircum{}";
            default -> SPECIAL_TO_TEX.contains(character) ? "\\" + character : character;
        });
    }

    private static String markdown(String text) {
        return escaped(text, character -> SPECIAL_TO_MARKDOWN.contains(character) ? "\\" + character : character);
    }

    private static String escaped(String text, UnaryOperator<String> escape) {
        return text.codePoints().mapToObj(Character::toString).map(escape).collect(Collectors.joining());
    }
}

package org.verbatim.http;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A quotation as it is cited: the article that has it, and its words in a note. What is not known is left out.
 *
 * @param id of the record
 * @param title of the article; its id where it has no headline
 * @param authors of the article, as they are named there
 * @param date {@code 2018}, {@code 2018-12} or {@code 2018-12-10}
 * @param language BCP 47
 * @param url where the article was published, or if that is not known, where the record is served
 * @param words who said what
 * @param record where the record is served
 */
public record Citation(
        String id,
        String title,
        List<String> authors,
        @Nullable String publisher,
        @Nullable String date,
        @Nullable String language,
        URI url,
        String words,
        URI record) {

    /** The abbreviations that every style of BibTeX defines. */
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /**
     * What means something else to TeX than itself. Braces have names here although a backslash would do for TeX: BibTeX
     * counts braces before it looks at backslashes, so a lone one would swallow the entries behind it.
     */
    private static final Map<Integer, String> SPECIAL_TO_TEX = Map.ofEntries(
            Map.entry((int) '\\', "{\\textbackslash}"),
            Map.entry((int) '{', "{\\textbraceleft}"),
            Map.entry((int) '}', "{\\textbraceright}"),
            Map.entry((int) '~', "{\\textasciitilde}"),
            Map.entry((int) '^', "{\\textasciicircum}"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '_', "\\_"));

    /**
     * As an item of the Citation Style Language's JSON (csl-data.json 1.0).
     *
     * @return maps, lists, texts and numbers
     */
    public Map<String, Object> csl() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.put("type", "article-newspaper");
        item.put("title", title);
        if (!authors.isEmpty()) {
            // A byline can be a person, several, or an agency; it is not taken apart.
            item.put(
                    "author",
                    authors.stream().map(name -> Map.of("literal", name)).toList());
        }
        put(item, "container-title", publisher);
        if (date != null) {
            item.put(
                    "issued",
                    Map.of(
                            "date-parts",
                            List.of(Arrays.stream(date.split("-", -1))
                                    .map(Integer::valueOf)
                                    .toList())));
        }
        item.put("URL", url.toString());
        put(item, "language", language);
        item.put("note", "%s %s".formatted(words, record));
        return item;
    }

    private static void put(Map<String, Object> item, String key, @Nullable String value) {
        if (value != null) {
            item.put(key, value);
        }
    }

    /** As an entry for BibTeX and biblatex, in UTF-8. */
    public String bibtex() {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!authors.isEmpty()) {
            // In braces of their own: “and” and commas inside a name separate nothing.
            fields.put(
                    "author",
                    authors.stream().map(name -> "{" + tex(name) + "}").collect(Collectors.joining(" and ")));
        }
        fields.put("title", "{" + tex(title) + "}");
        if (publisher != null) {
            fields.put("howpublished", tex(publisher));
        }
        if (date != null) {
            fields.put("year", date.substring(0, 4));
        }
        // No braces, backslashes or spaces can be in it; the rest is read as it is.
        fields.put("url", url.toString());
        fields.put("note", "%s %s".formatted(tex(words), tex(record.toString())));
        if (language != null) {
            fields.put("language", tex(language));
        }
        String month =
                date == null || date.length() < 7 ? "" : "  month = %s,\n".formatted(MONTHS.get(month(date) - 1));
        return fields.entrySet().stream()
                .map(field -> "  %s = {%s}".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",\n", "@misc{%s,\n%s".formatted(id, month), "\n}\n"));
    }

    private static int month(String date) {
        return Integer.parseInt(date.substring(5, 7));
    }

    /** One line of text in which nothing means anything to TeX. */
    static String tex(String text) {
        StringBuilder escaped = new StringBuilder();
        text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ").codePoints().forEach(c -> {
            String special = SPECIAL_TO_TEX.get(c);
            if (special == null) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append(special);
            }
        });
        return escaped.toString();
    }
}

package org.verbatim.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verbatim.agent.Counts;
import org.verbatim.article.Article;
import org.verbatim.article.Evidence;
import org.verbatim.text.TextPositionSelector;
import org.verbatim.text.TextQuoteSelector;

/** How a record is cited, and that nothing within it can break out of a citation. */
class CitationTest {

    private static final URI PAGE = URI.create("https://verbatim.example/quotes/a1.q7");

    @Test
    void citesAfterTheApa() {
        assertThat(citation("Act now.", "2018-12-10", "https://news.example/a", "en")
                        .apa())
                .isEqualTo("“Act now.” (Ann Lee, in: R. Roe, P. Poe (10 December 2018). Who & what? The Daily."
                        + " https://news.example/a#:~:text=Act%20now.)");
        assertThat(citation("Act now.", null, null, "fr").apa())
                .isEqualTo(
                        "« Act now. » (Ann Lee, dans : R. Roe, P. Poe (s. d.). Who & what? The Daily. " + PAGE + ")");
    }

    @Test
    void givesNobodyTheWordsOfAnother() {
        Citation reported =
                new Citation("a1.q7", "She asked for action.", "Ann Lee", false, article(null, null), PAGE, null, "en");
        assertThat(reported.apa()).startsWith("“She asked for action.” (reporting Ann Lee, in: ");
        assertThat(reported.markdown()).startsWith("> She asked for action.\n>\n> — reporting Ann Lee, [");
        assertThat(reported.bibtex()).contains("note = {Ann Lee: She asked for action. " + PAGE + "}");
    }

    /** What BibTeX makes of it is the other CitationTest's. */
    @Test
    void writesAnEntryForBibtex() {
        assertThat(citation("Act now.", "2018-12", "https://news.example/a", "en")
                        .bibtex())
                .startsWith(
                        "@misc{a1.q7,\n  month = dec,\n  author = {{R. Roe} and {P. Poe}},\n  title = {{Who \\& what?}},")
                .contains(
                        "url = {https://news.example/a#:~:text=Act%20now.}",
                        "note = {Ann Lee: “Act now.” " + PAGE + "}");
    }

    @Test
    void writesAnItemForCitationProcessors() throws JsonProcessingException {
        JsonNode item = new ObjectMapper()
                .readTree(citation("\"Act\" now", "2018-12", "https://news.example/a", "en")
                        .cslJson())
                .get(0);
        assertThat(item.get("id").textValue()).isEqualTo("a1.q7");
        assertThat(item.get("type").textValue()).isEqualTo("article-newspaper");
        assertThat(item.at("/author/1/literal").textValue()).isEqualTo("P. Poe");
        assertThat(item.at("/issued/date-parts/0").toString()).isEqualTo("[2018,12]");
        assertThat(item.get("note").textValue()).isEqualTo("Ann Lee: “\"Act\" now” " + PAGE);
    }

    @Test
    void quotesInMarkdown() {
        assertThat(citation("*Act* [now](x)\n# now", null, "https://news.example/a", "en")
                        .markdown())
                .isEqualTo("> \\*Act\\* \\[now\\](x) \\# now\n>\n> — Ann Lee, [Who \\& what?](<" + PAGE
                        + ">), [The Daily](<https://news.example/a#:~:text=*Act*%20[now](x),%23%20now>)"
                                .replace("*Act*", "%2AAct%2A")
                                .replace("[now](x)", "%5Bnow%5D%28x%29"));
    }

    @Test
    void leadsToNoAddressThatIsNotOfTheWeb() {
        assertThat(citation("Act now.", null, "javascript:alert(1)", "en").published())
                .isNull();
    }

    @Test
    void pointsAtWordsOnAPage() {
        assertThat(TextFragment.of(List.of("well-known, a & b"))).isEqualTo(":~:text=well%2Dknown%2C%20a%20%26%20b");
        assertThat(TextFragment.of(List.of("a b c d e f g h i j k l m", "n o")))
                .isEqualTo(":~:text=a%20b%20c%20d%20e,i%20j%20k%20l%20m&text=n%20o");
        assertThat(TextFragment.of(List.of("one\ntwo"))).isEqualTo(":~:text=one,two");
    }

    private static Citation citation(String words, String date, String source, String language) {
        Evidence evidence = new Evidence(
                PAGE,
                "0".repeat(64),
                List.of(new TextPositionSelector(7, 8), new TextQuoteSelector(words, null, null)));
        return Citation.of("a1.q7", words, "Ann Lee", true, List.of(evidence), article(date, source), PAGE, language);
    }

    private static Article article(String date, String source) {
        return new Article(
                "a1",
                PAGE,
                "Who & what?",
                null,
                "The Daily",
                List.of("R. Roe", "P. Poe"),
                date,
                null,
                "en",
                source == null ? null : URI.create(source),
                "0".repeat(64),
                100,
                new Counts(1, 0, 0),
                new Article.Links(PAGE, PAGE, PAGE, PAGE, PAGE, PAGE));
    }
}

package org.verbatim.http;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the API description says as a whole, and the parameters that several operations share. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Verbatim",
                        version = "1.0",
                        summary = "Who said it, who paid, who met, pinned to the characters that say so.",
                        description = """
        Verbatim holds news articles and serves the **quotes**, **funding facts** and **meetings** they report, each with \
        its evidence: the exact characters of the article that say so.

        * **Pinned.** `text[start, end) == exact` holds for every piece of evidence, counted in Unicode code points of \
        `/v1/articles/{id}/text`, whose SHA-256 is served beside it. Anybody can prove every record.
        * **Nothing invented.** What an article does not state is absent, or says that it is not stated; it is never 0 and \
        never a guess. A target is never a contribution, and a paraphrase is never somebody's words.
        * **Reading is open to everybody.** Answers have a strong `ETag`; ask again with `If-None-Match` and get a 304.
        * **Every error is a problem** (`application/problem+json`, RFC 9457) that says what was wrong and what would be \
        right. An unknown query parameter is an error, too.
        * **Lists** come in pages; follow `links.next`, or the `Link` header. `null` and an absent key mean the same, so \
        keys without a value are left out.""",
                        contact = @Contact(name = "The Verbatim team"),
                        license = @License(name = "Apache License 2.0", identifier = "Apache-2.0")),
        tags = {
            @Tag(
                    name = ApiDescription.QUOTES,
                    description = "Who said what, in their own words or as the journalist reports it."),
            @Tag(
                    name = ApiDescription.FUNDING_FACTS,
                    description = "Who asked for, promised, gave or lent how much, as far as it is stated."),
            @Tag(name = ApiDescription.MEETINGS, description = "Who met whom, where and when as far as it is stated."),
            @Tag(
                    name = ApiDescription.ARTICLES,
                    description = "The sources: what is known about them, and their text."),
            @Tag(name = ApiDescription.AGENTS, description = "The people, organisations and groups they speak of."),
            @Tag(name = ApiDescription.HOME, description = "Where everything else is.")
        },
        components =
                @Components(
                        parameters = {
                            @Parameter(
                                    name = "q",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only what has all of these words, whatever their order, case and accents.",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 1000)),
                            @Parameter(
                                    name = "article",
                                    in = ParameterIn.QUERY,
                                    description = "Only what this article says: its id.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Parameter(
                                    name = "lang",
                                    in = ParameterIn.QUERY,
                                    description = "Only articles in this language (BCP 47): `fr` finds `fr-MA`, too.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Parameter(
                                    name = "reviewStatus",
                                    in = ParameterIn.QUERY,
                                    description = "Only records of this review status; repeat it for several.",
                                    schema = @Schema(ref = "ReviewStatusList")),
                            @Parameter(
                                    name = "cursor",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Where the page begins: from the `next` link of the page before. Opaque.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Parameter(
                                    name = "limit",
                                    in = ParameterIn.QUERY,
                                    description = "The most items on a page.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.INTEGER,
                                                    minimum = "1",
                                                    maximum = "100",
                                                    defaultValue = "20")),
                            @Parameter(
                                    name = "articleId",
                                    in = ParameterIn.PATH,
                                    required = true,
                                    description = "The article's id.",
                                    schema = @Schema(type = SchemaType.STRING),
                                    examples =
                                            @ExampleObject(
                                                    name = "visit",
                                                    summary = "The IOM's director general visits Morocco",
                                                    value = "fbf5bc84079181b5"))
                        }))
public class ApiDescription extends Application {

    public static final String QUOTES = "Quotes";
    public static final String FUNDING_FACTS = "Funding facts";
    public static final String MEETINGS = "Meetings";
    public static final String ARTICLES = "Articles";
    public static final String AGENTS = "Agents";
    public static final String HOME = "Home";
}

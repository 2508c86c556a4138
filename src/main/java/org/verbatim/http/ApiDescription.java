package org.verbatim.http;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What the API description says as a whole, and the parameters, headers and answers that operations share. Which answers
 * every operation has is written in {@link SharedAnswers}.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Verbatim",
                        version = ApiDescription.VERSION,
                        summary = "Who said it, who paid, who met, pinned to the characters that say so.",
                        description = """
        Verbatim holds news articles and serves the **quotes**, **funding facts** and **meetings** they report, each with \
        its evidence: the exact characters of the article that say so.

        * **Pinned.** `text[start, end) == exact` holds for every piece of evidence, counted in Unicode code points of \
        `/v1/articles/{id}/text`, whose SHA-256 is served beside it. Anybody can prove every record.
        * **Nothing invented.** What an article does not state is absent, or says that it is not stated; it is never 0 and \
        never a guess. A target is never a contribution, and a paraphrase is never somebody's words.
        * **Reading is open to everybody.** Answers have a strong `ETag`; ask again with `If-None-Match` and get a 304. \
        Send `Accept-Encoding: gzip` to get longer data and pages coded; what is so coded has a tag of its own.
        * **Every error is a problem** (`application/problem+json`, RFC 9457) that says what was wrong and what would be \
        right. An unknown query parameter is an error, too. Only what the HTTP server itself refuses, since it is no HTTP (a \
        control character in a header) or far beyond all limits, has an empty answer.
        * **Lists** come in pages; follow `links.next`, or the `Link` header. `null` and an absent key mean the same, so \
        keys without a value are left out.""",
                        contact = @Contact(name = "The Verbatim team"),
                        license = @License(name = "Apache License 2.0", identifier = "Apache-2.0")),
        tags = {
            @Tag(name = ApiDescription.SEARCH, description = "Everything that has certain words, best first."),
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
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = Editors.ROLE,
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        bearerFormat = "JWT",
                                        description =
                                                "A token of the identity provider that this service is configured to"
                                                        + " trust, with the role `editor`. Reading needs none."),
                        parameters = {
                            @Parameter(
                                    name = "q",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only what has all of these words, best first. Words in quotation marks must stand"
                                                    + " exactly so; other forms of a word, other accents and names of those involved"
                                                    + " are found too, behind it (`GET /v1/search` tells more).",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Parameter(
                                    name = "article",
                                    in = ParameterIn.QUERY,
                                    description = "Only what this article says: its id.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Parameter(
                                    name = "lang",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only articles in this language (BCP 47, in any case): `fr` finds `fr-MA`, too.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Parameter(
                                    name = "cursor",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Where the page begins: from the `next` link of the page before. Opaque.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Parameter(
                                    name = "modifiedSince",
                                    in = ParameterIn.QUERY,
                                    description = """
                            Only what was added, changed, withdrawn or rejected since, in the order in which that became \
                            visible. What is served no more, or is not what the filters find any more, is in `gone`. Begin \
                            with a time (RFC 3339) or a date, `1970-01-01` for everything; follow `links.next` while there \
                            is one; come back another day to the `links.changes` of the last page. So nothing is missed, \
                            and nothing comes twice unless it has changed again, whatever is written meanwhile. A page can \
                            have fewer items than `limit`, even none, and still a next one.

                            What is served otherwise than before counts as changed, be it because an agent in it goes by \
                            another name now; an agent, also where an article says of it what others have said already. \
                            All filters go with it, agents by their ids alone; `q`, `cursor` and `REJECTED` do not.""",
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
                                    name = "If-Match",
                                    in = ParameterIn.HEADER,
                                    required = true,
                                    description =
                                            "The entity tag (`ETag`) of the state that the change was decided on, as"
                                                    + " it came with it.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Parameter(
                                    name = "If-None-Match",
                                    in = ParameterIn.HEADER,
                                    description =
                                            "Entity tags of answers that the client holds; if one of them is still"
                                                    + " good, the answer is a 304 without a body.",
                                    schema = @Schema(type = SchemaType.STRING))
                        },
                        headers = {
                            @Header(
                                    name = "ETag",
                                    description =
                                            "The entity tag of this answer, quoted, for `If-None-Match`. It is strong:"
                                                    + " the same as long as the answer is, byte for byte, and another one where it"
                                                    + " is coded with gzip. Only a whole list that is too long for one page"
                                                    + " has a weak one.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    pattern = "^(W/)?\"[A-Za-z0-9_-]{20}(-gzip)?\"$")),
                            @Header(
                                    name = "Cache-Control",
                                    description =
                                            "Anybody may keep the answer (whoever sent a token: only they), but has to"
                                                    + " ask each time whether it is still good: a record can be corrected or"
                                                    + " withdrawn at any moment.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {"public, no-cache", "private, no-cache"})),
                            @Header(
                                    name = "Vary",
                                    description =
                                            "The answer depends on the `Accept` header, it is coded with gzip where `Accept-Encoding`"
                                                    + " takes that, and its CORS headers depend on `Origin`.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Header(
                                    name = "Link",
                                    description =
                                            "Where this API is described (`service-desc`), and on a list this page"
                                                    + " (`self`) and the next one (`next`, absent on the last page) as in"
                                                    + " `links` (RFC 8288).",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Header(
                                    name = "API-Version",
                                    description = "The version of this interface, as in its description.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Header(
                                    name = "X-Request-Id",
                                    description = "By what the request is known in the log of the service: what its"
                                            + " sender called it in the same header, if that was 1 to 64 letters, digits and"
                                            + " `-_.:`, and otherwise 16 hexadecimal digits.",
                                    schema = @Schema(type = SchemaType.STRING, pattern = "^[A-Za-z0-9._:-]{1,64}$")),
                            @Header(
                                    name = "RateLimit-Policy",
                                    description =
                                            "Where requests are limited: how many (`q`) a client may send in how many"
                                                    + " seconds (`w`), as in draft-ietf-httpapi-ratelimit-headers-10:"
                                                    + " `\"default\";q=600;w=60`.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Header(
                                    name = "RateLimit",
                                    description =
                                            "Where requests are limited: how many more (`r`) the client may send now,"
                                                    + " and after how many seconds (`t`) it may send all of them again:"
                                                    + " `\"default\";r=599;t=1`.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Header(
                                    name = "WWW-Authenticate",
                                    description = "What is wanted: `Bearer`, and where a token was sent that is not"
                                            + " valid, `Bearer error=\"invalid_token\"` (RFC 6750).",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Header(
                                    name = "Retry-After",
                                    description = "After how many seconds to try again.",
                                    schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
                        },
                        responses = {
                            @APIResponse(
                                    name = "NotModified",
                                    description = "What the client holds is still good: its entity tag was among those"
                                            + " of `If-None-Match`.",
                                    headers = {
                                        @Header(name = "ETag", ref = "ETag"),
                                        @Header(name = "Cache-Control", ref = "Cache-Control"),
                                        @Header(name = "Vary", ref = "Vary")
                                    }),
                            @APIResponse(
                                    name = "SeePage",
                                    description =
                                            "Whoever likes HTML better than JSON (`Accept`), as every browser does,"
                                                    + " is led to the page for people.",
                                    headers = {
                                        @Header(
                                                name = "Location",
                                                description = "The page.",
                                                schema = @Schema(type = SchemaType.STRING, format = "uri")),
                                        @Header(name = "Cache-Control", ref = "Cache-Control"),
                                        @Header(name = "Vary", ref = "Vary")
                                    }),
                            @APIResponse(
                                    name = "BadRequest",
                                    description = "A query parameter is faulty, unknown or given too often, or the"
                                            + " address or the body is malformed. `errors` names each fault.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples = {
                                                        @ExampleObject(
                                                                name = "outOfRange",
                                                                summary = "A value out of its range",
                                                                value = """
                                                        {
                                                          "type": "/problems#invalid-parameter",
                                                          "title": "A parameter cannot be understood",
                                                          "status": 400,
                                                          "detail": "limit: “0” is not a whole number from 1 to 100.",
                                                          "instance": "/v1/quotes",
                                                          "errors": [
                                                            {
                                                              "parameter": "limit",
                                                              "detail": "“0” is not a whole number from 1 to 100."
                                                            }
                                                          ]
                                                        }"""),
                                                        @ExampleObject(
                                                                name = "unknown",
                                                                summary = "A parameter that does not exist",
                                                                value = """
                                                        {
                                                          "type": "/problems#invalid-parameter",
                                                          "title": "A parameter cannot be understood",
                                                          "status": 400,
                                                          "detail": "speakr: There is no such parameter. Known here: format.",
                                                          "instance": "/v1/quotes/fbf5bc84079181b5.q765",
                                                          "errors": [
                                                            {
                                                              "parameter": "speakr",
                                                              "detail": "There is no such parameter. Known here: format."
                                                            }
                                                          ]
                                                        }""")
                                                    })),
                            @APIResponse(
                                    name = "Unauthorized",
                                    description =
                                            "The request has no token, or one that is not valid; `WWW-Authenticate` tells which.",
                                    headers = @Header(name = "WWW-Authenticate", ref = "WWW-Authenticate"),
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Forbidden",
                                    description =
                                            "The token does not have the role `editor`, no identity provider is configured, or a page"
                                                    + " of another origin (`Origin`) wants to do more than read.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "PreconditionFailed",
                                    description =
                                            "It is not, or no longer, in the state that `If-Match` names: read it again.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "PreconditionRequired",
                                    description = "`If-Match` is missing.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "UnprocessableContent",
                                    description =
                                            "The body can be read but does not hold; `errors` names each fault by its JSON Pointer.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "NotFound",
                                    description = "There is nothing with this id.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "unknownId",
                                                                    summary = "An id that nothing has",
                                                                    value = """
                                                        {
                                                          "type": "/problems#not-found",
                                                          "title": "There is nothing at this address",
                                                          "status": 404,
                                                          "detail": "There is no quote “nope”. /v1/quotes lists all that are held.",
                                                          "instance": "/v1/quotes/nope"
                                                        }"""))),
                            @APIResponse(
                                    name = "NotAcceptable",
                                    description =
                                            "None of the formats in `Accept` is offered; `detail` lists those that are.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Conflict",
                                    description = "What was sent contradicts what is held; `detail` says how.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Withdrawn",
                                    description =
                                            "It was served once and is no more; `detail` says since when and why. Its id is never given to anything else.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "UnsupportedMediaType",
                                    description = "The body is not of a media type that is accepted here.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "LengthRequired",
                                    description = "Over HTTP/2, `Content-Length` has to say how long the body is.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "ContentTooLarge",
                                    description = "The request has a body, and a larger one than is taken.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "UriTooLong",
                                    description = "The address is longer than is taken.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "TooManyRequests",
                                    description = "The client has asked more often than it may, where that is limited.",
                                    headers = {
                                        @Header(name = "Retry-After", ref = "Retry-After"),
                                        @Header(name = "RateLimit-Policy", ref = "RateLimit-Policy"),
                                        @Header(name = "RateLimit", ref = "RateLimit")
                                    },
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "HeadersTooLarge",
                                    description = "The request headers are larger than is taken.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "InternalError",
                                    description =
                                            "Something went wrong on our side; it stands in the log under its `requestId`.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Unavailable",
                                    description = "The service cannot answer right now.",
                                    headers = @Header(name = "Retry-After", ref = "Retry-After"),
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class)))
                        }),
        servers = @Server(url = "/", description = "The service that serves this description."))
public class ApiDescription extends Application {

    /** Of the interface, not of the program: what breaks a client moves the first number, and the path with it. */
    static final String VERSION = "1.0.0";

    /** Where the Model Context Protocol is spoken; it is no part of what is described here. */
    public static final String MCP = "/mcp";

    public static final String SEARCH = "Search";
    public static final String QUOTES = "Quotes";
    public static final String FUNDING_FACTS = "Funding facts";
    public static final String MEETINGS = "Meetings";
    public static final String ARTICLES = "Articles";
    public static final String AGENTS = "Agents";
    public static final String HOME = "Home";
}

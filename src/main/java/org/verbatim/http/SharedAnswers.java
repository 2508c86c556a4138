package org.verbatim.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * Completes the API description, when it is built, with what holds for every operation, since {@link RequestGuard},
 * {@link Representations}, {@link Problems} and {@link Query} treat all of them alike. What the answers are is said in
 * {@link ApiDescription}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SharedAnswers implements OASFilter {

    /** What the records of a dossier are called in the code, and what there is of each kind of them. */
    private static final String PART = "Part";

    private static final List<String> OF_A_PART = List.of("Review", "Revision");

    private static final String SCHEMAS = "#/components/schemas/";

    /** The schema of any JSON-LD. */
    static final String LINKED_DATA = "LinkedData";

    /** Where the examples of formats are, each named after its operation: {@code listQuotes.csv}. */
    private static final String EXAMPLES = "/openapi-examples/";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The answers that every operation can give, by status code and name. */
    private static final Map<String, String> EVERYWHERE = new TreeMap<>(Map.of(
            "304", "NotModified",
            "400", "BadRequest",
            "406", "NotAcceptable",
            "413", "ContentTooLarge",
            "414", "UriTooLong",
            "429", "TooManyRequests",
            "431", "HeadersTooLarge",
            "500", "InternalError",
            "503", "Unavailable"));

    /** The further answers of operations that are for editors only. */
    private static final Map<String, String> FOR_EDITORS = Map.of("401", "Unauthorized", "403", "Forbidden");

    /** What a problem's detail can be, where {@link ApiDescription} has no example of it. */
    private static final Map<ProblemType, String> DETAILS = Map.ofEntries(
            Map.entry(ProblemType.UNAUTHORIZED, "Send an editor's token: “Authorization: Bearer …”."),
            Map.entry(ProblemType.FORBIDDEN, "The token is valid, but does not have the role “editor”."),
            Map.entry(
                    ProblemType.NOT_ACCEPTABLE,
                    "Offered here: application/json, application/ld+json, text/csv, application/x-ndjson. In the address, as"
                            + " “format”: json, jsonld, csv, ndjson."),
            Map.entry(
                    ProblemType.CONFLICT,
                    "Another article has the id “fbf5bc84079181b5”. Give this one another, or none."),
            Map.entry(
                    ProblemType.WITHDRAWN,
                    "The quote “fbf5bc84079181b5.q765” was withdrawn on 2026-11-22T20:50:00Z: It was somebody else's."),
            Map.entry(
                    ProblemType.LENGTH_REQUIRED,
                    "Over HTTP/2, say in Content-Length how many bytes the body has; 0 if there is none."),
            Map.entry(
                    ProblemType.PRECONDITION_FAILED,
                    "If-Match names another state than the one that is there now, which is \"lepehaynzYj6qanTb2ez\"."),
            Map.entry(ProblemType.CONTENT_TOO_LARGE, "It has 2000000 bytes; at most 1048576 are taken."),
            Map.entry(ProblemType.URI_TOO_LONG, "It has 20013 bytes; at most 16384 are taken."),
            Map.entry(ProblemType.UNSUPPORTED_MEDIA_TYPE, "A body must be sent as application/json, in UTF-8."),
            Map.entry(
                    ProblemType.UNPROCESSABLE_CONTENT,
                    "/quotes/0/form: expected DIRECT, as 1 of 1 segments are verbatim, found INDIRECT"),
            Map.entry(
                    ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag of the record that you have read."),
            Map.entry(
                    ProblemType.TOO_MANY_REQUESTS,
                    "From one address at most 600 requests are answered in 60 seconds. Ask again in 1."),
            Map.entry(ProblemType.HEADERS_TOO_LARGE, "They have 20013 bytes; at most 16384 are taken."),
            Map.entry(
                    ProblemType.INTERNAL_ERROR,
                    "It is written in the log of the service under 5f0c3b7a9d21e486; please tell its keeper."),
            Map.entry(ProblemType.UNAVAILABLE, "The database does not answer."));

    @Override
    public Operation filterOperation(Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        Map<String, APIResponse> answers =
                new TreeMap<>(operation.getResponses().getAPIResponses());
        EVERYWHERE.forEach((status, name) ->
                answers.put(status, OASFactory.createAPIResponse().ref(name)));
        boolean conditional = operation.getRequestBody() == null && answers.containsKey("200");
        if (!conditional) {
            answers.remove("304");
        }
        if (operation.getRequestBody() != null) {
            // Of an editor's token, or a page of others.
            answers.put("403", OASFactory.createAPIResponse().ref("Forbidden"));
            answers.putIfAbsent("411", OASFactory.createAPIResponse().ref("LengthRequired"));
            answers.putIfAbsent("415", OASFactory.createAPIResponse().ref("UnsupportedMediaType"));
        }
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            FOR_EDITORS.forEach((status, name) ->
                    answers.put(status, OASFactory.createAPIResponse().ref(name)));
        }
        if (parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH)) {
            answers.putIfAbsent("404", OASFactory.createAPIResponse().ref("NotFound"));
        }
        APIResponse ok = answers.get("200");
        if (ok != null) {
            for (String name : conditional ? List.of("ETag", "Cache-Control") : List.<String>of()) {
                ok.addHeader(name, header(name));
            }
            for (String name : List.of("Vary", "Link", "API-Version", "X-Request-Id")) {
                ok.addHeader(name, header(name));
            }
        }
        operation.responses(inOrder(answers));
        return conditional ? operation.addParameter(OASFactory.createParameter().ref("If-None-Match")) : operation;
    }

    private static APIResponses inOrder(Map<String, APIResponse> answers) {
        APIResponses responses = OASFactory.createAPIResponses();
        answers.forEach(responses::addAPIResponse);
        return responses;
    }

    private static Header header(String name) {
        return OASFactory.createHeader().ref(name);
    }

    /** Says of each text in a query what {@link Query#text} holds it to. */
    @Override
    public Parameter filterParameter(Parameter parameter) {
        Schema schema = parameter.getSchema();
        if (parameter.getIn() == Parameter.In.QUERY
                && schema != null
                && schema.getType() != null
                && schema.getType().contains(Schema.SchemaType.STRING)
                && schema.getPattern() == null) {
            // It is not blank.
            schema.setPattern("\\S");
            schema.minLength(1).maxLength(Objects.requireNonNullElse(schema.getMaxLength(), Query.MAX_LENGTH));
        }
        return parameter;
    }

    /** A reference says the type already; and a page of quotes is a QuotePage to whoever generates a client. */
    @Override
    public Schema filterSchema(Schema schema) {
        String ref = schema.getRef();
        if (ref != null) {
            schema.setType(null);
            if (ref.startsWith(SCHEMAS)) {
                schema.setRef(SCHEMAS + nounFirst(ref.substring(SCHEMAS.length())));
            }
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        DETAILS.forEach((type, detail) -> {
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("type", "/problems#" + type.slug());
            problem.put("title", type.title());
            problem.put("status", type.status());
            problem.put("detail", detail);
            problem.put("instance", "/v1/quotes" + (type == ProblemType.WITHDRAWN ? "/fbf5bc84079181b5.q765" : ""));
            problem.put("requestId", "5f0c3b7a9d21e486");
            String name =
                    switch (type) {
                        case UNAUTHORIZED -> "Unauthorized";
                        case FORBIDDEN -> "Forbidden";
                        case CONFLICT -> "Conflict";
                        case WITHDRAWN -> "Withdrawn";
                        case LENGTH_REQUIRED -> "LengthRequired";
                        case PRECONDITION_FAILED -> "PreconditionFailed";
                        case UNSUPPORTED_MEDIA_TYPE -> "UnsupportedMediaType";
                        case UNPROCESSABLE_CONTENT -> "UnprocessableContent";
                        case PRECONDITION_REQUIRED -> "PreconditionRequired";
                        default -> Objects.requireNonNull(EVERYWHERE.get(String.valueOf(type.status())));
                    };
            Objects.requireNonNull(openApi.getComponents().getResponses().get(name), name)
                    .getContent()
                    .getMediaType(Problem.MEDIA_TYPE)
                    .addExample("problem", OASFactory.createExample().value(problem));
        });
        // Nobody has to identify themselves, but where an operation says so.
        openApi.setSecurity(List.of());
        Map<String, Schema> schemas = new TreeMap<>();
        openApi.getComponents().getSchemas().forEach((name, schema) -> schemas.put(nounFirst(name), schema));
        // The page of anything and the like, which no operation answers with.
        schemas.remove("Page");
        OF_A_PART.forEach(schemas::remove);
        addFormats(openApi, schemas);
        openApi.getPaths().getPathItems().forEach((path, item) -> {
            if (Offered.hasPage(path)) {
                Operation operation = item.getGET();
                Map<String, APIResponse> answers =
                        new TreeMap<>(operation.getResponses().getAPIResponses());
                answers.put("303", OASFactory.createAPIResponse().ref("SeePage"));
                operation.responses(inOrder(answers));
            }
        });
        openApi.getComponents().setSchemas(new LinkedHashMap<>(schemas));
    }

    /** Where there is a choice of formats: those besides JSON, and the parameter that chooses. */
    private static void addFormats(OpenAPI openApi, Map<String, Schema> schemas) {
        schemas.put(
                LINKED_DATA,
                OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .description("JSON-LD 1.1 in the terms of `%s`; what they are is told there."
                                .formatted(LinkedDataContext.PATH)));
        schemas.put(
                "CslItem",
                OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .description("An item of the Citation Style Language: csl-data.json 1.0."));
        openApi.getPaths().getPathItems().forEach((path, item) -> {
            List<Format> choice = Offered.choice(path);
            Operation operation = item.getGET();
            if (choice.isEmpty() || operation == null) {
                return;
            }
            Content content = operation.getResponses().getAPIResponse("200").getContent();
            choice.stream()
                    .skip(1)
                    .forEach(format -> content.addMediaType(format.mediaType(), described(format, operation)));
            operation.addParameter(OASFactory.createParameter()
                    .name(Representations.FORMAT)
                    .in(Parameter.In.QUERY)
                    .description("The format, instead of an `Accept` header: "
                            + choice.stream()
                                    .map(format -> "`%s` is `%s`".formatted(format.alias(), format.mediaType()))
                                    .collect(Collectors.joining(", "))
                            + "."
                            + (choice.contains(Format.CSV)
                                    ? " As `csv` or `ndjson`, a list without a `limit` is whole."
                                    : ""))
                    .schema(OASFactory.createSchema()
                            .addType(Schema.SchemaType.STRING)
                            .enumeration(
                                    choice.stream().<Object>map(Format::alias).toList())));
        });
    }

    private static MediaType described(Format format, Operation operation) {
        String example = example(operation.getOperationId() + "." + format.alias());
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        Schema schema =
                switch (format) {
                    case JSON_LD -> OASFactory.createSchema().ref(SCHEMAS + LINKED_DATA);
                    case CSL ->
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref(SCHEMAS + "CslItem"));
                    case CSV ->
                        text.description("RFC 4180 with a header. A cell that would begin with one of"
                                + " `= + - @`, a tab, a line break or an apostrophe has an apostrophe before it, lest a"
                                + " spreadsheet run it as a formula. Several things in one cell are parted by ` | `.");
                    case NDJSON -> text.description("The JSON of one item on each line.");
                    default -> text;
                };
        MediaType described = OASFactory.createMediaType().schema(schema);
        if (example != null) {
            described.addExample("seeds", OASFactory.createExample().value(value(format, example)));
        }
        return described;
    }

    private static Object value(Format format, String example) {
        try {
            return format == Format.JSON_LD || format == Format.CSL ? JSON.readValue(example, Object.class) : example;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String example(String name) {
        try (InputStream stream = SharedAnswers.class.getResourceAsStream(EXAMPLES + name)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is generic is named after what it is of: {@code PageRevisionQuotePart} is a {@code QuoteRevisionPage}. */
    private static String nounFirst(String name) {
        if (name.startsWith("Page") && !name.equals("Page") && !name.equals("PageLinks")) {
            return nounFirst(name.substring("Page".length())) + "Page";
        }
        for (String generic : OF_A_PART) {
            if (name.startsWith(generic) && name.endsWith(PART)) {
                return name.substring(generic.length(), name.length() - PART.length()) + generic;
            }
        }
        return name;
    }
}

package org.verbatim.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.mcp.server.InputSchemaGenerator;
import io.quarkiverse.mcp.server.OutputSchemaGenerator;
import io.quarkiverse.mcp.server.ToolManager.ToolInfo;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the tools take and answer, as JSON Schema 2020-12. It is not written down a second time: tools ask the operations of
 * the HTTP interface, whose description (OpenAPI 3.1, so made of the same schemas) has it all.
 */
@Singleton
public class Schemas {

    /** So many records of 20 are more than an assistant wants to read at once. */
    static final int DEFAULT_LIMIT = 5;

    /** What is a matter of HTTP: an answer to an assistant has one format. */
    private static final Set<String> NOT_FOR_ASSISTANTS = Set.of("format");

    private static final String COMPONENTS = "#/components/schemas/";
    private static final String DEFINITIONS = "#/$defs/";

    private final OpenApiDocumentService documents;
    private final ObjectMapper json;

    private volatile @Nullable JsonNode description;

    Schemas(OpenApiDocumentService documents, ObjectMapper json) {
        this.documents = documents;
        this.json = json;
    }

    /** The parameters of an operation as an object. */
    ObjectNode parameters(String operationId) {
        ObjectNode schema = object();
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = json.createArrayNode();
        for (JsonNode each : operation(operationId).path("parameters")) {
            JsonNode parameter = resolved(each);
            String name = parameter.path("name").asText();
            if (!parameter.path("in").asText().equals("query") || NOT_FOR_ASSISTANTS.contains(name)) {
                continue;
            }
            ObjectNode property = inlined(parameter.path("schema"));
            property.put("description", told(parameter.path("description").asText(), property));
            if (name.equals("limit")) {
                property.put("default", DEFAULT_LIMIT);
            }
            properties.set(name, property);
            if (parameter.path("required").asBoolean()) {
                required.add(name);
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    /** A component of the description, with all others that it speaks of. */
    ObjectNode component(String name) {
        ObjectNode definitions = json.createObjectNode();
        Deque<String> wanted = new ArrayDeque<>();
        ObjectNode schema = component(name, wanted::add);
        while (!wanted.isEmpty()) {
            String next = wanted.remove();
            if (!definitions.has(next)) {
                definitions.set(next, component(next, wanted::add));
            }
        }
        schema.set("$defs", definitions);
        return schema;
    }

    ObjectNode object() {
        return json.createObjectNode().put("type", "object").put("additionalProperties", false);
    }

    private ObjectNode component(String name, Consumer<String> references) {
        JsonNode component = description().at("/components/schemas").path(name);
        if (!(component instanceof ObjectNode schema)) {
            throw new IllegalStateException("the description has no schema " + name);
        }
        ObjectNode copy = schema.deepCopy();
        redirect(copy, references);
        return copy;
    }

    private static void redirect(JsonNode node, Consumer<String> references) {
        if (node instanceof ObjectNode object && object.path("discriminator").isObject()) {
            // OpenAPI's own, and none of JSON Schema's.
            object.remove("discriminator");
        }
        if (node instanceof ObjectNode object && object.path("$ref").asText().startsWith(COMPONENTS)) {
            String name = object.path("$ref").asText().substring(COMPONENTS.length());
            object.put("$ref", DEFINITIONS + name);
            references.accept(name);
        }
        node.forEach(child -> redirect(child, references));
    }

    /** A schema without references; parameters are texts, numbers and lists of what an enumeration has. */
    private ObjectNode inlined(JsonNode schema) {
        ObjectNode copy = ((ObjectNode) resolved(schema)).deepCopy();
        if (copy.has("items")) {
            copy.set("items", inlined(copy.path("items")));
        }
        return copy;
    }

    /** A description of a parameter, for a caller that sends no address: a list is a list there. */
    private static String told(String description, ObjectNode schema) {
        String told = description
                .replace("; repeat it for several", "")
                .replace(" (`GET /v1/search` tells more)", "")
                .replace("from the `next` link of the page before", "`cursor` in `links.next` of the page before");
        return schema.has("items") ? told + " Several may be given; any of them will do." : told;
    }

    private JsonNode operation(String id) {
        for (JsonNode path : description().path("paths")) {
            for (Iterator<JsonNode> operations = path.elements(); operations.hasNext(); ) {
                JsonNode operation = operations.next();
                if (operation.path("operationId").asText().equals(id)) {
                    return operation;
                }
            }
        }
        throw new IllegalStateException("the description has no operation " + id);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description().at(node.path("$ref").asText().substring(1)) : node;
    }

    private JsonNode description() {
        JsonNode read = description;
        if (read == null) {
            try {
                read = json.readTree(documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            description = read;
        }
        return read;
    }

    /** What a tool takes: what the operation that it asks takes. */
    @Singleton
    public static class Arguments implements InputSchemaGenerator<ObjectNode> {

        private static final Map<String, String> OPERATIONS = Map.of(
                Tools.VERIFY_QUOTE, "verifyQuote",
                Tools.SEARCH, "search",
                Tools.FIND_QUOTES, "listQuotes",
                Tools.FIND_FUNDING_FACTS, "listFundingFacts",
                Tools.FIND_MEETINGS, "listMeetings");

        private final Schemas schemas;

        Arguments(Schemas schemas) {
            this.schemas = schemas;
        }

        @Override
        public ObjectNode generate(ToolInfo tool) {
            return schemas.parameters(Objects.requireNonNull(OPERATIONS.get(tool.name()), tool.name()));
        }
    }

    /** What {@link Tools#GET_PASSAGE} takes, which no operation of the HTTP interface does. */
    @Singleton
    public static class PassageArguments implements InputSchemaGenerator<ObjectNode> {

        private final Schemas schemas;

        PassageArguments(Schemas schemas) {
            this.schemas = schemas;
        }

        @Override
        public ObjectNode generate(ToolInfo tool) {
            ObjectNode schema = schemas.object();
            ObjectNode properties = schema.putObject("properties");
            properties
                    .putObject("article")
                    .put("type", "string")
                    .put("description", "The article's id, such as `fbf5bc84079181b5`.");
            properties
                    .putObject("start")
                    .put("type", "integer")
                    .put("minimum", 0)
                    .put("default", 0)
                    .put("description", "Where the passage begins, in Unicode code points.");
            properties
                    .putObject("end")
                    .put("type", "integer")
                    .put("minimum", 1)
                    .put(
                            "description",
                            "Where it ends, exclusive; at most %d behind `start`. Without it, as far as that."
                                    .formatted(Tools.MAX_PASSAGE));
            schema.putArray("required").add("article");
            return schema;
        }
    }

    /** What a tool answers with: one of what it is generated from. */
    @Singleton
    public static class One implements OutputSchemaGenerator {

        private final Schemas schemas;

        One(Schemas schemas) {
            this.schemas = schemas;
        }

        @Override
        public ObjectNode generate(Class<?> from) {
            return schemas.component(from.getSimpleName());
        }
    }

    /** What a tool answers with: a page of what it is generated from. */
    @Singleton
    public static class PageOf implements OutputSchemaGenerator {

        private final Schemas schemas;

        PageOf(Schemas schemas) {
            this.schemas = schemas;
        }

        @Override
        public ObjectNode generate(Class<?> from) {
            return schemas.component(from.getSimpleName() + "Page");
        }
    }
}

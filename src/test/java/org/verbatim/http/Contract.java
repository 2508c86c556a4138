package org.verbatim.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** {@code openapi.yaml}, read by what it says and by nothing else that is known of the service. */
final class Contract {

    private static final String ORIGIN = "urn:contract";

    private final JsonNode description;
    private final List<Operation> operations = new ArrayList<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<JsonNode, Schema> open = new HashMap<>();
    private final Map<JsonNode, Schema> closed = new HashMap<>();
    private final ObjectNode openSchemas;
    private final ObjectNode closedSchemas;

    private Contract(JsonNode description) {
        this.description = description;
        openSchemas = (ObjectNode) description.at("/components/schemas");
        closedSchemas = JsonNodeFactory.instance.objectNode();
        openSchemas.properties().forEach(schema -> {
            ObjectNode copy = schema.getValue().deepCopy();
            if (copy.has("properties")) {
                copy.put("additionalProperties", false);
            }
            closedSchemas.set(schema.getKey(), copy);
        });
        description.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(
                        new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
    }

    static Contract read(Path file) throws IOException {
        return new Contract(OpenApiFile.read(Files.readString(file)));
    }

    List<Operation> operations() {
        return operations;
    }

    /** The one that a path leads to, as it is on the wire; a slash behind it changes nothing. */
    Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method) && operation.matches(path))
                .findFirst();
    }

    /** The methods that a path has operations for. */
    List<String> methods(String path) {
        return operations.stream()
                .filter(operation -> operation.matches(path))
                .map(Operation::method)
                .toList();
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? resolved(description.at(node.path("$ref").asText().substring(1)))
                : node;
    }

    /** What is wrong with what the service says, which says nothing that is not declared. */
    List<String> faultsOfAnswer(JsonNode schema, JsonNode value) {
        return faults(closed.computeIfAbsent(schema, key -> compiled(key, closedSchemas)), value);
    }

    /** What is wrong with what the service is told. */
    List<String> faultsOfRequest(JsonNode schema, JsonNode value) {
        return faults(open.computeIfAbsent(schema, key -> compiled(key, openSchemas)), value);
    }

    private static List<String> faults(Schema schema, JsonNode value) {
        return schema.validate(value).stream().map(Object::toString).toList();
    }

    private Schema compiled(JsonNode schema, ObjectNode schemas) {
        ObjectNode root = schema.deepCopy();
        root.putObject("components").set("schemas", schemas);
        return registry.getSchema(
                com.networknt.schema.SchemaLocation.of(
                        ORIGIN + (open.size() + closed.size()) + "-" + schemas.hashCode()),
                root);
    }

    /** A value of a parameter or a header as JSON, so that a schema can be held against it. */
    JsonNode typed(JsonNode schema, List<String> values) {
        JsonNode resolved = resolved(schema);
        if (resolved.path("type").asText().equals("array")) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            values.forEach(value -> array.add(typed(resolved.path("items"), List.of(value))));
            return array;
        }
        String value = values.get(0);
        return switch (resolved.path("type").asText()) {
            case "integer", "number" ->
                value.matches("-?[0-9]{1,300}(\\.[0-9]{1,300})?([eE][-+]?[0-9]{1,3})?")
                        ? DecimalNode.valueOf(new BigDecimal(value))
                        : TextNode.valueOf(value);
            case "boolean" ->
                List.of("true", "false").contains(value)
                        ? BooleanNode.valueOf(Boolean.parseBoolean(value))
                        : TextNode.valueOf(value);
            default -> TextNode.valueOf(value);
        };
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    /** One of its operations. */
    final class Operation {

        private final String method;
        private final String path;
        private final JsonNode node;
        private final List<Parameter> parameters;
        private final Pattern pattern;

        private Operation(String method, String path, JsonNode node) {
            this.method = method;
            this.path = path;
            this.node = node;
            this.parameters = elements(node.path("parameters"))
                    .map(Contract.this::resolved)
                    .map(parameter -> new Parameter(
                            parameter.path("name").asText(),
                            parameter.path("in").asText(),
                            parameter.path("required").asBoolean(),
                            resolved(parameter.path("schema")),
                            elements(parameter.path("examples"))
                                    .map(example -> example.path("value"))
                                    .toList()))
                    .toList();
            this.pattern = Pattern.compile(
                    path.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+") + (path.equals("/") ? "" : "/?"));
        }

        String method() {
            return method;
        }

        String path() {
            return path;
        }

        String id() {
            return node.path("operationId").asText();
        }

        boolean matches(String other) {
            return pattern.matcher(other).matches();
        }

        List<Parameter> parameters(String in) {
            return parameters.stream()
                    .filter(parameter -> parameter.in().equals(in))
                    .toList();
        }

        Optional<Parameter> query(String name) {
            return parameters("query").stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .findFirst();
        }

        /** Whether nobody may do it but an editor. */
        boolean isForEditors() {
            return !node.path("security").isEmpty()
                    && elements(node.path("security")).noneMatch(JsonNode::isEmpty);
        }

        /** The schemas of what can be sent, by media type. */
        Map<String, JsonNode> bodies() {
            Map<String, JsonNode> bodies = new LinkedHashMap<>();
            node.at("/requestBody/content")
                    .properties()
                    .forEach(body -> bodies.put(body.getKey(), body.getValue().path("schema")));
            return bodies;
        }

        List<JsonNode> bodyExamples(String mediaType) {
            return elements(node.at("/requestBody/content").path(mediaType).path("examples"))
                    .map(example -> example.path("value"))
                    .toList();
        }

        /** What is said of an answer with this status; null if nothing is. */
        @Nullable JsonNode response(int status) {
            JsonNode response = resolved(node.path("responses").path(String.valueOf(status)));
            return response.isMissingNode() ? null : response;
        }

        /** All media types in which it can answer well. */
        List<String> mediaTypes() {
            return Stream.of("200", "201")
                    .flatMap(status ->
                            resolved(node.path("responses").path(status)).path("content").properties().stream())
                    .map(Map.Entry::getKey)
                    .distinct()
                    .toList();
        }
    }

    /**
     * One of an operation's parameters.
     *
     * @param in path, query or header
     */
    record Parameter(String name, String in, boolean required, JsonNode schema, List<JsonNode> examples) {

        boolean isList() {
            return schema.path("type").asText().equals("array");
        }
    }
}

package org.verbatim.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An API description as a file for people: in the order in which one reads it, the same for every build. */
final class OpenApiFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, YAMLGenerator.Feature.SPLIT_LINES)
            .enable(
                    YAMLGenerator.Feature.MINIMIZE_QUOTES,
                    YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS,
                    YAMLGenerator.Feature.LITERAL_BLOCK_STYLE,
                    YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    /** What comes first in an object; anything else follows by name. */
    private static final List<String> FIRST = List.of(
            "openapi",
            "info",
            "servers",
            "security",
            "tags",
            "paths",
            "operationId",
            "title",
            "version",
            "name",
            "in",
            "summary",
            "description",
            "required",
            "parameters",
            "headers",
            "content",
            "responses",
            "schema",
            "$ref",
            "type",
            "const",
            "enum",
            "format");

    /** Objects whose keys are names that have their order already. */
    private static final Set<String> NAMED = Set.of(
            "properties", "paths", "schemas", "parameters", "responses", "headers", "examples", "content", "mapping");

    private OpenApiFile() {}

    static String write(JsonNode description) throws JsonProcessingException {
        return YAML.writeValueAsString(ordered(description, false));
    }

    static JsonNode read(String yaml) throws JsonProcessingException {
        return YAML.readTree(yaml);
    }

    private static JsonNode ordered(JsonNode node, boolean named) {
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(ordered(element, false)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Comparator<Map.Entry<String, JsonNode>> order = Comparator.comparing(entry ->
                FIRST.contains(entry.getKey()) ? "%03d".formatted(FIRST.indexOf(entry.getKey())) : entry.getKey());
        (named ? node.properties().stream() : node.properties().stream().sorted(order))
                .forEach(entry -> object.set(
                        entry.getKey(),
                        !named && entry.getKey().equals("value")
                                ? entry.getValue()
                                : ordered(entry.getValue(), !named && NAMED.contains(entry.getKey()))));
        return object;
    }
}

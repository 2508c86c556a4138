package org.verbatim.mcp;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a message of the protocol looks like (JSON-RPC 2.0, without what other protocols do with it), as far as the
 * implementation stumbles over anything else, and leaves its sender without an answer.
 */
final class Message {

    /** What may stand in one, and as what. */
    private static final Map<String, Class<?>> PARTS = Map.ofEntries(
            Map.entry("method", String.class),
            Map.entry("params", JsonObject.class),
            Map.entry("params._meta", JsonObject.class),
            Map.entry("params.argument", JsonObject.class),
            Map.entry("params.argument.name", String.class),
            Map.entry("params.argument.value", String.class),
            Map.entry("params.arguments", JsonObject.class),
            Map.entry("params.capabilities", JsonObject.class),
            Map.entry("params.clientInfo", JsonObject.class),
            Map.entry("params.clientInfo.name", String.class),
            Map.entry("params.clientInfo.title", String.class),
            Map.entry("params.clientInfo.version", String.class),
            Map.entry("params.cursor", String.class),
            Map.entry("params.level", String.class),
            Map.entry("params.name", String.class),
            Map.entry("params.protocolVersion", String.class),
            Map.entry("params.reason", String.class),
            Map.entry("params.ref", JsonObject.class),
            Map.entry("params.ref.name", String.class),
            Map.entry("params.ref.type", String.class),
            Map.entry("params.ref.uri", String.class),
            Map.entry("params.uri", String.class));

    /** What has to stand in one with a certain method. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "initialize", List.of("params.protocolVersion", "params.clientInfo.name", "params.clientInfo.version"),
            "tools/call", List.of("params.name"),
            "prompts/get", List.of("params.name"),
            "resources/read", List.of("params.uri"),
            "resources/subscribe", List.of("params.uri"),
            "resources/unsubscribe", List.of("params.uri"),
            "completion/complete", List.of("params.ref.type", "params.argument.name", "params.argument.value"),
            "logging/setLevel", List.of("params.level"));

    private Message() {}

    /** What is wrong with a value that is to be a message, in words for its sender; null if nothing is. */
    static @Nullable String fault(@Nullable Object value) {
        if (!(value instanceof JsonObject message) || !"2.0".equals(message.getValue("jsonrpc"))) {
            return "A message is an object whose jsonrpc is \"2.0\".";
        }
        Object id = message.getValue("id");
        if (id != null && !(id instanceof String) && !(id instanceof Number)) {
            return "The id of a message is a string or a number.";
        }
        for (Map.Entry<String, Class<?>> part : PARTS.entrySet()) {
            Object found = at(message, part.getKey());
            if (found != null && !part.getValue().isInstance(found)) {
                return "%s has to be %s."
                        .formatted(part.getKey(), part.getValue() == String.class ? "a string" : "an object");
            }
        }
        if (message.containsKey("result") || message.containsKey("error")) {
            return id == null ? "A response has the id of what it responds to." : null;
        }
        if (!(message.getValue("method") instanceof String method)) {
            return "A message has a method.";
        }
        return NEEDED.getOrDefault(method, List.of()).stream()
                .filter(needed -> at(message, needed) == null)
                .findFirst()
                .map(missing -> "%s needs %s.".formatted(method, missing))
                .orElse(null);
    }

    private static @Nullable Object at(JsonObject message, String path) {
        Object value = message;
        for (String key : path.split("\\.", -1)) {
            value = value instanceof JsonObject object ? object.getValue(key) : null;
        }
        return value;
    }
}

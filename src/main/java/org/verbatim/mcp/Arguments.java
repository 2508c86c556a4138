package org.verbatim.mcp;

import io.quarkiverse.mcp.server.RawMessage;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.http.Problem;
import org.verbatim.http.ProblemException;

/** The arguments of a call as the query that a resource reads; what they mean and may be is for the resource to say. */
final class Arguments {

    private Arguments() {}

    /**
     * Reads them. Null is nothing given, as assistants mean it.
     *
     * @throws ProblemException if one could stand in no query
     */
    static MultivaluedMap<String, String> of(RawMessage call) {
        JsonObject arguments = call.asJsonObject().getJsonObject("params").getJsonObject("arguments");
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        List<Problem.Fault> faults = new ArrayList<>();
        if (arguments != null) {
            arguments.forEach(argument -> {
                Object value = argument.getValue();
                for (Object each : value instanceof JsonArray list ? list : new JsonArray().add(value)) {
                    String fault = fault(each);
                    if (fault != null) {
                        faults.add(Problem.Fault.inParameter(argument.getKey(), fault));
                    } else if (each != null) {
                        query.add(argument.getKey(), text(each));
                    }
                }
            });
        }
        if (!faults.isEmpty()) {
            throw ProblemException.inParameters(faults);
        }
        return query;
    }

    /** What is wrong with a value that is to be a text; null if nothing is. */
    static @Nullable String fault(@Nullable Object value) {
        if (value instanceof JsonObject || value instanceof JsonArray) {
            return "It is not a text, a number or a list of them.";
        }
        if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
            return "It is a number beyond all bounds.";
        }
        if (!(value instanceof String text)) {
            return null;
        }
        if (text.indexOf('\0') >= 0) {
            return "It has a NUL character, which no text here can have.";
        }
        boolean lone = text.codePoints().anyMatch(c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE);
        return lone ? "It has a surrogate without its other half, which is no character." : null;
    }

    private static String text(Object value) {
        // 1e8 is a way to write a number in JSON, and none in a query.
        return value instanceof Number number
                ? new BigDecimal(number.toString()).toPlainString()
                : String.valueOf(value);
    }
}

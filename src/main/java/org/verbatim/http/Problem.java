package org.verbatim.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What went wrong, for a program and for a person: RFC 9457, Problem Details for HTTP APIs. */
@Schema(description = "What went wrong and what would be right: RFC 9457, Problem Details for HTTP APIs.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(
                required = true,
                format = "uri-reference",
                description = "The kind of problem; opened in a browser, it explains itself. `about:blank` where"
                        + " the status code says it all.")
        URI type,

        @Schema(required = true, description = "The kind of problem in one short sentence; the same every time.")
        String title,

        @Schema(required = true, minimum = "400", maximum = "599", description = "The HTTP status code.")
        int status,

        @Schema(required = true, description = "What was wrong with this very request, and what would be right.")
        String detail,

        @Schema(format = "uri-reference", description = "The address that was asked for.") @Nullable String instance,

        @Schema(
                description = "By what this very request is known in the log of the service: its `X-Request-Id`. Not in"
                        + " problems that another face than HTTP tells of.",
                examples = "5f0c3b7a9d21e486")
        @Nullable String requestId,

        @Schema(description = "Each fault by itself, where the request had several parts that can be faulty.")
        List<Fault> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The same, of the request with this id. */
    Problem ofRequest(@Nullable String id) {
        return new Problem(type, title, status, detail, instance, id, errors);
    }

    /** One faulty part of a request: a parameter by its name, or a place in the body by its JSON pointer. */
    @Schema(
            name = "ProblemError",
            description = "One faulty part of a request: a query parameter by its name, or a place in the body by its"
                    + " JSON Pointer (RFC 6901).")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(
            @Schema(description = "The name of the faulty query parameter.", examples = "limit") @Nullable String parameter,

            @Schema(description = "The place in the request body, as a JSON Pointer.", examples = "/quotes/0/form")
            @Nullable String pointer,

            @Schema(required = true, description = "What was wrong, and what would be right.")
            String detail) {

        public static Fault inParameter(String name, String detail) {
            return new Fault(name, null, detail);
        }

        public static Fault at(String pointer, String detail) {
            return new Fault(null, pointer, detail);
        }
    }
}

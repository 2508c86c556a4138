package org.verbatim.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of problem this service answers with; each is explained to people at {@code /problems#<slug>}. */
public enum ProblemType {
    INVALID_PARAMETER(400, "A parameter cannot be understood"),
    MALFORMED_REQUEST(400, "The request is malformed"),
    UNAUTHORIZED(401, "An editor's token is needed"),
    FORBIDDEN(403, "Only editors may do this"),
    FOREIGN_ORIGIN(403, "Pages of this origin may not ask here"),
    NOT_FOUND(404, "There is nothing at this address"),
    METHOD_NOT_ALLOWED(405, "This method is not offered here"),
    NOT_ACCEPTABLE(406, "No acceptable format is offered"),
    CONFLICT(409, "It contradicts what is held"),
    WITHDRAWN(410, "This was withdrawn"),
    LENGTH_REQUIRED(411, "The length of the body must be said"),
    PRECONDITION_FAILED(412, "It has changed since it was read"),
    CONTENT_TOO_LARGE(413, "The request body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "This media type is not accepted here"),
    UNPROCESSABLE_CONTENT(422, "The content does not hold"),
    PRECONDITION_REQUIRED(428, "It must be said which state is meant"),
    TOO_MANY_REQUESTS(429, "You ask too often"),
    HEADERS_TOO_LARGE(431, "The request headers are too large"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    NOT_IMPLEMENTED(501, "This is not offered here"),
    UNAVAILABLE(503, "The service cannot answer right now");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status code that goes with it. */
    public int status() {
        return status;
    }

    /** One short sentence, the same for every occurrence (RFC 9457, section 3.1.3). */
    public String title() {
        return title;
    }

    /** The name as it stands in the problem's type URI, such as {@code invalid-parameter}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The first kind with this status code, which is the general one. */
    static Optional<ProblemType> ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type == MALFORMED_REQUEST || type.status != MALFORMED_REQUEST.status)
                .filter(type -> type.status == status)
                .findFirst();
    }
}

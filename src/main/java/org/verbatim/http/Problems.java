package org.verbatim.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.verbatim.dataset.Availability;
import org.verbatim.index.IndexUnavailableException;

/** The one place where a failure becomes a problem, whether it met a resource or never reached one. */
@Singleton
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    /** Where each kind of problem is explained. */
    private static final String EXPLAINED_AT = "/problems#";

    /** The index tries anew with every question. */
    private static final int INDEX_RETRY_SECONDS = 5;

    /** The framework tries to reach it anew with every token. */
    private static final int IDENTITY_PROVIDER_RETRY_SECONDS = 30;

    static final String NO_HOST = "The Host header is missing, or names no host.";

    private static final String NO_DATABASE =
            "The database cannot be used right now. A change may have been stored: look before you send it again.";

    private final ObjectMapper json;
    private final HttpConfig config;
    private final Editors editors;
    private final Availability database;

    Problems(ObjectMapper json, HttpConfig config, Editors editors, Availability database) {
        this.json = json;
        this.config = config;
        this.editors = editors;
        this.database = database;
    }

    @ServerExceptionMapper
    RestResponse<Problem> expected(ProblemException e, UriInfo request) {
        return e.type() == ProblemType.UNAVAILABLE
                ? unavailable(e.detail(), e.retryAfter(), request)
                : answer(problem(e.type(), e.detail(), request.getRequestUri(), e.faults()));
    }

    /** What the framework refuses, in our words: its own name Java classes, or say nothing. */
    @ServerExceptionMapper
    RestResponse<Problem> refused(WebApplicationException e, UriInfo request) {
        URI uri = request.getRequestUri();
        String path = uri.getRawPath();
        int status = e.getResponse().getStatus();
        if (e instanceof NotFoundException) {
            return answer(problem(
                    ProblemType.NOT_FOUND,
                    "There is nothing at %s. The API is described at /openapi.yaml.".formatted(path),
                    uri,
                    List.of()));
        }
        if (e instanceof NotAllowedException) {
            String methods = Offered.methods(path);
            Problem problem =
                    problem(ProblemType.METHOD_NOT_ALLOWED, "%s offers %s.".formatted(path, methods), uri, List.of());
            return RestResponse.ResponseBuilder.<Problem>create(problem.status())
                    .header(HttpHeaders.ALLOW, methods)
                    .entity(problem)
                    .type(Problem.MEDIA_TYPE)
                    .build();
        }
        // Where there are several methods, the framework has no exception of its own for it.
        if (status == Response.Status.NOT_ACCEPTABLE.getStatusCode()) {
            return answer(problem(ProblemType.NOT_ACCEPTABLE, offered(path), uri, List.of()));
        }
        if (e instanceof NotSupportedException) {
            return answer(problem(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "A body must be sent as %s, in UTF-8.".formatted(String.join(" or ", Offered.accepted(path))),
                    uri,
                    List.of()));
        }
        return status < 500 ? answer(general(status, uri)) : unexpected(e, request);
    }

    /** What is offered at an address, in a sentence. */
    static String offered(String path) {
        String aliases = Offered.choice(path).stream().map(Format::alias).collect(Collectors.joining(", "));
        return "Offered here: %s.%s"
                .formatted(
                        String.join(", ", Offered.formats(path)),
                        aliases.isEmpty() ? "" : " In the address, as “format”: %s.".formatted(aliases));
    }

    /** Nobody has said who they are, where an editor is wanted. */
    @ServerExceptionMapper
    RestResponse<Problem> anonymous(UnauthorizedException e, UriInfo request) {
        URI uri = request.getRequestUri();
        if (!editors.arePossible()) {
            return answer(problem(
                    ProblemType.FORBIDDEN,
                    "No identity provider is configured, so nobody can be known as an editor and nobody may write. Set"
                            + " quarkus.oidc.auth-server-url (or QUARKUS_OIDC_AUTH_SERVER_URL) to the address of an"
                            + " OpenID Connect provider that gives editors the role “%s”.".formatted(Editors.ROLE),
                    uri,
                    List.of()));
        }
        return unauthorized("Bearer", "Send an editor's token: “Authorization: Bearer …”.", uri);
    }

    /** Whoever they say they are, it is not proven. */
    @ServerExceptionMapper
    RestResponse<Problem> unproven(AuthenticationFailedException e, UriInfo request) {
        LOG.debug("A token was refused", e);
        return unauthorized(
                "Bearer error=\"invalid_token\"",
                "The token is not valid: it has expired, is for another service, or comes from somebody else than the"
                        + " identity provider that this service trusts.",
                request.getRequestUri());
    }

    @ServerExceptionMapper
    RestResponse<Problem> forbidden(ForbiddenException e, UriInfo request) {
        return answer(problem(
                ProblemType.FORBIDDEN,
                "The token is valid, but does not have the role “%s”.".formatted(Editors.ROLE),
                request.getRequestUri(),
                List.of()));
    }

    /** Only whoever sends a token meets this: reading goes on without the identity provider. */
    @ServerExceptionMapper
    RestResponse<Problem> unavailable(OIDCException e, UriInfo request) {
        LOG.warn("The identity provider cannot be asked", e);
        return unavailable(
                "The identity provider does not answer, so nobody can be known as an editor right now.",
                IDENTITY_PROVIDER_RETRY_SECONDS,
                request);
    }

    private RestResponse<Problem> unauthorized(String challenge, String detail, URI uri) {
        Problem problem = problem(ProblemType.UNAUTHORIZED, detail, uri, List.of());
        return RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .entity(problem)
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> unavailable(IndexUnavailableException e, UriInfo request) {
        return unavailable(
                "The search index cannot be read right now. Lists without “q” and single records can.",
                INDEX_RETRY_SECONDS,
                request);
    }

    private RestResponse<Problem> unavailable(String detail, int retrySeconds, UriInfo request) {
        Problem problem = problem(ProblemType.UNAVAILABLE, detail, request.getRequestUri(), List.of());
        return RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .header(HttpHeaders.RETRY_AFTER, retrySeconds)
                .entity(problem)
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> unexpected(Throwable e, UriInfo request) {
        return database.explains(e)
                ? unavailable(NO_DATABASE, Availability.RETRY_SECONDS, request)
                : answer(internalError(e, request.getRequestUri()));
    }

    /** What a resource would answer to this request with, had another face not asked it. */
    public Problem of(RuntimeException failure, Asking request) {
        RestResponse<Problem> answer;
        if (failure instanceof ProblemException e) {
            answer = expected(e, request);
        } else if (failure instanceof IndexUnavailableException e) {
            answer = unavailable(e, request);
        } else if (failure instanceof UnauthorizedException e) {
            answer = anonymous(e, request);
        } else if (failure instanceof AuthenticationFailedException e) {
            answer = unproven(e, request);
        } else if (failure instanceof ForbiddenException e) {
            answer = forbidden(e, request);
        } else if (failure instanceof OIDCException e) {
            answer = unavailable(e, request);
        } else {
            answer = unexpected(failure, request);
        }
        return answer.getEntity();
    }

    /** Failures on routes that are not resources, such as those of the framework. */
    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(context -> {
            if (context.response().ended() || context.response().headWritten()) {
                context.next();
            } else {
                fail(context, context.statusCode());
            }
        });
        // Where the framework is told to do something for certain paths (quarkus.http.header, quarkus.http.filter), it
        // looks at them before all filters, and gives up where one is no part of a URI.
        router.errorHandler(400, context -> fail(context, 400));
    }

    private void fail(RoutingContext context, int status) {
        // What the server itself refuses has passed no filter.
        if (RequestId.of(context) == null) {
            RequestId.give(context);
        }
        RequestGuard.secure(context);
        String fault = RequestGuard.syntaxFault(context.request().uri());
        if (fault != null) {
            end(context, ProblemType.MALFORMED_REQUEST, fault);
        } else if (context.failure() != null && database.explains(context.failure())) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Availability.RETRY_SECONDS));
            end(context, ProblemType.UNAVAILABLE, NO_DATABASE);
        } else if (status < 400 || status >= 500) {
            RequestId.log(context);
            end(context, internalError(context.failure(), uriOf(context)));
        } else if (status == 400 && context.request().authority() == null) {
            end(context, ProblemType.MALFORMED_REQUEST, NO_HOST);
        } else {
            end(context, general(status, uriOf(context)));
        }
    }

    /** Ends a request that no resource has seen. */
    public void end(RoutingContext context, ProblemType type, String detail) {
        end(context, problem(type, detail, uriOf(context), List.of()));
    }

    /** Ends a request of which the rest stays unread, so that its connection is of no further use. */
    void endUnread(RoutingContext context, ProblemType type, String detail) {
        // In HTTP/2 it is but one of many, and an answer with this field is malformed (RFC 9113, section 8.2.2).
        if (context.request().version() != HttpVersion.HTTP_2) {
            context.response().putHeader("Connection", "close");
        }
        end(context, type, detail);
    }

    private void end(RoutingContext context, Problem problem) {
        try {
            byte[] body = json.writeValueAsBytes(problem.ofRequest(RequestId.of(context)));
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(Buffer.buffer(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Problem internalError(@Nullable Throwable e, URI uri) {
        String id = Objects.requireNonNullElseGet(RequestId.current(), RequestId::made);
        LOG.errorf(e, "Problem %s at %s", id, uri.getRawPath());
        return problem(
                ProblemType.INTERNAL_ERROR,
                "It is written in the log of the service under %s; please tell its keeper.".formatted(id),
                uri,
                List.of());
    }

    private Problem general(int status, URI uri) {
        return ProblemType.ofStatus(status)
                .map(type -> problem(type, type.title() + ".", uri, List.of()))
                .orElseGet(() -> {
                    String phrase = Objects.requireNonNullElse(
                                    Response.Status.fromStatusCode(status), Response.Status.BAD_REQUEST)
                            .getReasonPhrase();
                    return new Problem(
                            URI.create("about:blank"),
                            phrase,
                            status,
                            phrase + ".",
                            uri.getRawPath(),
                            RequestId.current(),
                            List.of());
                });
    }

    /** A problem of one whole request. */
    Problem problem(ProblemType type, String detail, URI uri) {
        return problem(type, detail, uri, List.of());
    }

    private Problem problem(ProblemType type, String detail, URI uri, List<Problem.Fault> faults) {
        String base = Addresses.configured(config).orElse("");
        return new Problem(
                URI.create(base + EXPLAINED_AT + type.slug()),
                type.title(),
                type.status(),
                detail,
                uri.getRawPath(),
                RequestId.current(),
                faults);
    }

    private static RestResponse<Problem> answer(Problem problem) {
        return RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    /** The address asked for, behind an authority since a path that begins with two slashes would be taken for one. */
    private static URI uriOf(RoutingContext context) {
        String path = Objects.requireNonNullElse(context.request().path(), "/");
        return URI.create("//localhost" + (path.startsWith("/") ? "" : "/")
                + Addresses.encode(path).replace("%2F", "/"));
    }
}

package org.verbatim.page;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.verbatim.http.Addresses;
import org.verbatim.http.Offered;
import org.verbatim.http.Problem;

/**
 * Shows pages to people and serves data to programs, by what their {@code Accept} header prefers: an address under
 * {@code /v1} leads a browser to its page, and a problem at the address of a page is told as a page.
 */
class Negotiation {

    private static final String API = "/v1";

    /** What programs look for (RFC 8615). */
    private static final String WELL_KNOWN = "/.well-known/";

    /** Before and behind the filter that makes the bytes of an answer and its general headers. */
    private static final int EARLY = 6000;

    private static final int LATE = 900;

    /** What is asked for by these is no page: a format by its name, and changes, which programs follow. */
    private static final List<String> FOR_PROGRAMS = List.of("format", "modifiedSince");

    private final Visitor visitor;
    private final Addresses addresses;

    Negotiation(Visitor visitor, Addresses addresses) {
        this.visitor = visitor;
        this.addresses = addresses;
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable Response toPage(ContainerRequestContext request) {
        String method = request.getMethod();
        String path = request.getUriInfo().getRequestUri().getRawPath();
        if ((method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
                && Offered.hasPage(path)
                && FOR_PROGRAMS.stream().noneMatch(request.getUriInfo().getQueryParameters()::containsKey)
                && prefersPage(request.getHeaderString(HttpHeaders.ACCEPT))) {
            String query = request.getUriInfo().getRequestUri().getRawQuery();
            return Response.seeOther(addresses.of(path.substring(API.length()) + (query == null ? "" : "?" + query)))
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", Origin")
                    .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
                    .build();
        }
        return null;
    }

    @ServerResponseFilter(priority = EARLY)
    void tellProblem(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        if (response.getEntity() instanceof Problem problem
                && !path.startsWith(API + "/")
                && !path.startsWith(WELL_KNOWN)
                && prefersPage(request.getHeaderString(HttpHeaders.ACCEPT))) {
            response.setEntity(
                    visitor.show(Templates.problem(
                            visitor.frame(visitor.msg().problemTitle(problem.status()), problem.detail()), problem)),
                    new Annotation[0],
                    MediaType.valueOf(HomeResource.HTML));
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    @ServerResponseFilter(priority = LATE)
    void tellLanguage(ContainerRequestContext request, ContainerResponseContext response) {
        if (visitor.served()) {
            response.getHeaders()
                    .putSingle(HttpHeaders.VARY, "Accept, Accept-Encoding, Accept-Language, Cookie, Origin");
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, visitor.language());
            NewCookie reminder = visitor.reminder();
            if (reminder != null) {
                response.getHeaders().putSingle(HttpHeaders.SET_COOKIE, reminder);
            }
        }
    }

    /**
     * Whether HTML is asked for by its name and liked better than JSON (RFC 9110, section 12.5.1). So is it by every
     * browser, and by no program that takes anything.
     */
    static boolean prefersPage(@Nullable String accept) {
        if (accept == null) {
            return false;
        }
        double html = 0;
        double json = -1;
        int known = -1;
        for (String range : accept.split(",", -1)) {
            List<String> parts = List.of(range.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1));
            double quality = quality(parts);
            int precision = List.of("*/*", "application/*", "application/json").indexOf(parts.get(0));
            if (parts.get(0).equals(MediaType.TEXT_HTML)) {
                html = quality;
            } else if (precision > known) {
                known = precision;
                json = quality;
            }
        }
        return html > 0 && html > json;
    }

    private static double quality(List<String> parts) {
        for (String parameter : parts.subList(1, parts.size())) {
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}

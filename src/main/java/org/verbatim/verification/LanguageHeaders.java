package org.verbatim.verification;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The explanation of a verification is the only thing served in two languages, and caches must know. */
class LanguageHeaders {

    /** Behind the filter that makes the bytes of an answer and its general headers. */
    private static final int LATE = 1000;

    @ServerResponseFilter(priority = LATE)
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getUriInfo().getPath().endsWith("/quote-verifications") && response.getStatus() < 400) {
            String language = Explanation.language(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                    .toLanguageTag();
            response.getHeaders().putSingle(HttpHeaders.VARY, "Accept, Origin, Accept-Language");
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language);
        }
    }
}

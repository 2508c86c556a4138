package org.verbatim.verification;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The explanation of a verification is the only data served in two languages, and caches must know. */
class LanguageHeaders {

    /** Before the filter that makes bytes of what is served. */
    private static final int EARLY = 6000;

    @ServerResponseFilter(priority = EARLY)
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof QuoteVerification) {
            String language = Explanation.language(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                    .toLanguageTag();
            response.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language);
        }
    }
}

package org.verbatim.page;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verbatim.http.Addresses;
import org.verbatim.http.Asking;
import org.verbatim.http.LanguageCookie;
import org.verbatim.http.ProblemException;
import org.verbatim.http.Query;

/** Who looks at a page: in which language it is written for them. */
@RequestScoped
class Visitor {

    /** The parameter of every page, which a cookie of the same name remembers. */
    static final String LANGUAGE = LanguageCookie.NAME;

    static final List<String> LANGUAGES = List.of("en", "fr");

    private static final String ENGLISH = "en";
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    private final UriInfo request;
    private final HttpHeaders headers;
    private final Addresses addresses;
    private final RoutingContext context;

    private boolean served;

    Visitor(UriInfo request, HttpHeaders headers, Addresses addresses, RoutingContext context) {
        this.request = request;
        this.headers = headers;
        this.addresses = addresses;
        this.context = context;
    }

    /** What they switched to, now or once; or else what their browser asks for (RFC 9110, section 12.5.4). */
    String language() {
        return chosen().or(this::remembered)
                .orElseGet(() -> preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    Msg msg() {
        return language().equals(ENGLISH)
                ? MessageBundles.get(Msg.class)
                : MessageBundles.get(Msg.class, Localized.Literal.of(language()));
    }

    /** The frame of a page that says the same in both languages and that others may link to. */
    Frame frame(String title, String description) {
        return Frame.of(language(), title, description, request, addresses);
    }

    /** The page in their language. */
    String show(TemplateInstance page) {
        served = true;
        return page.setLocale(language()).render();
    }

    /** Whether this answer is a page, and so depends on who asked. */
    boolean served() {
        return served;
    }

    /** A cookie for the language that they have just switched to; null if they have not. */
    @Nullable NewCookie reminder() {
        return chosen().filter(language -> !language.equals(remembered().orElse(null)))
                .map(language -> new NewCookie.Builder(LANGUAGE)
                        .value(language)
                        .path("/")
                        .maxAge(A_YEAR)
                        .httpOnly(true)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .orElse(null);
    }

    private Optional<String> chosen() {
        return Optional.ofNullable(request.getQueryParameters().getFirst(LANGUAGE))
                .filter(LANGUAGES::contains);
    }

    private Optional<String> remembered() {
        return Optional.ofNullable(LanguageCookie.of(context.request())).filter(LANGUAGES::contains);
    }

    /** A page's own question, to be asked of a resource. A field of a form that was left empty asks for nothing. */
    static Asking asking(UriInfo page, String path) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        page.getQueryParameters().forEach((name, values) -> {
            List<String> given =
                    values.stream().filter(value -> !value.isBlank()).toList();
            if (!given.isEmpty() && !name.equals(LANGUAGE)) {
                query.put(name, given);
            }
        });
        return Asking.of(path, query);
    }

    /**
     * For a page without parameters, but for the language.
     *
     * @throws ProblemException if there are others
     */
    static void readNothing(UriInfo page) {
        Query.readNothing(asking(page, ""));
    }

    static String preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ENGLISH;
        }
        try {
            String preferred = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return preferred == null ? ENGLISH : preferred;
        } catch (IllegalArgumentException | IllformedLocaleException e) {
            // A header that is none is no preference.
            return ENGLISH;
        }
    }
}

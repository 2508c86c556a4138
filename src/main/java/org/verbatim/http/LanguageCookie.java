package org.verbatim.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** The only cookie that anything here depends on: in which language somebody wants to see the pages. */
public final class LanguageCookie {

    /** Its name. */
    public static final String NAME = "language";

    private LanguageCookie() {}

    /** What a client sends as its value, whatever that is; null if it sends none. */
    public static @Nullable String of(HttpServerRequest request) {
        Cookie cookie = request.getCookie(NAME);
        return cookie == null ? null : cookie.getValue();
    }
}

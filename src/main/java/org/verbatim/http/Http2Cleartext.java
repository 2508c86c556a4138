package org.verbatim.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * HTTP/2 without TLS, which browsers do not speak, and only where it is configured: to upgrade to it is deprecated (RFC
 * 9113, section 3.1), and whoever asks for that incompletely, as some proxies do, would get an answer without an end.
 */
@Singleton
class Http2Cleartext implements HttpServerOptionsCustomizer {

    private final boolean isSpoken;

    Http2Cleartext(HttpConfig config) {
        this.isSpoken = config.http2Cleartext();
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(isSpoken);
    }
}

package org.verbatim.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** What is spoken beside HTTP/1.1, and HTTP/2 over TLS. */
@Singleton
class Protocols implements HttpServerOptionsCustomizer {

    private final boolean isHttp2Cleartext;

    Protocols(HttpConfig config) {
        this.isHttp2Cleartext = config.http2Cleartext();
    }

    /**
     * HTTP/2 without TLS, which browsers do not speak, only where it is configured: to upgrade to it is deprecated (RFC
     * 9113, section 3.1), and whoever asks for that incompletely, as some proxies do, would get an answer without an end.
     */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(isHttp2Cleartext);
        withoutWebSockets(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        withoutWebSockets(options);
    }

    @Override
    public void customizeDomainSocketServer(HttpServerOptions options) {
        withoutWebSockets(options);
    }

    /** The service has none; otherwise each request and each answer is looked at whether it is about compressed ones. */
    private static void withoutWebSockets(HttpServerOptions options) {
        options.setPerMessageWebSocketCompressionSupported(false).setPerFrameWebSocketCompressionSupported(false);
    }
}

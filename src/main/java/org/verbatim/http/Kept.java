package org.verbatim.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is kept for an address: its answer, or what else that depends on. */
sealed interface Kept {

    /** How much memory it takes, in bytes, about. */
    int weight();

    /** A name and a value, in the form that is quick to send. */
    record Header(CharSequence name, CharSequence value) {

        /** What the objects take beside their characters. */
        private static final int OVERHEAD = 120;

        int weight() {
            return name.length() + value.length() + OVERHEAD;
        }
    }

    /**
     * A finished representation.
     *
     * @param type its media type
     * @param length of the body, in bytes, in digits
     * @param coded whether the body is coded with gzip
     * @param tag its entity tag, as it is sent
     * @param headers what else it alone has, in their order
     * @param template the address as the metrics have it, such as {@code /v1/quotes/{id}}; null where they have it as it is
     */
    record Answer(
            Buffer body,
            CharSequence type,
            CharSequence length,
            boolean coded,
            String tag,
            List<Header> headers,
            @Nullable String template)
            implements Kept {

        @Override
        public int weight() {
            return body.length() + headers.stream().mapToInt(Header::weight).sum();
        }
    }

    /**
     * That there is an answer for each of the values that these request headers have; of the cookies only one matters.
     *
     * @param names in lower case
     */
    record Varying(List<String> names) implements Kept {

        private static final String COOKIE = "cookie";

        String values(HttpServerRequest request) {
            StringBuilder values = new StringBuilder();
            for (String name : names) {
                values.append(
                                name.equals(COOKIE)
                                        ? Objects.requireNonNullElse(LanguageCookie.of(request), "")
                                        : String.join(",", request.headers().getAll(name)))
                        .append('\n');
            }
            return values.toString();
        }

        @Override
        public int weight() {
            return 0;
        }
    }
}

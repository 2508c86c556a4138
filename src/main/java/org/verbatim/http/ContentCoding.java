package org.verbatim.http;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The content coding of an answer (RFC 9110, section 8.4): {@code gzip} (RFC 1952) where its client takes it, otherwise
 * none. What is kept is kept as it was coded.
 */
final class ContentCoding {

    static final String GZIP = "gzip";

    /** In bytes: of less, hardly anything is spared, and one packet takes it as it is. */
    static final int LEAST = 1000;

    /** What most clients send. To understand one takes longer than to find what is kept for it. */
    private static final Set<String> USUAL =
            Set.of(GZIP, "gzip, deflate", "gzip,deflate", "gzip, deflate, br", "gzip, deflate, br, zstd");

    private static final String CODED = "-" + GZIP + "\"";

    private ContentCoding() {}

    /**
     * Whether a client takes gzip, and likes nothing of it better uncoded (RFC 9110, section 12.5.3). Who does not say
     * what he takes gets it as it is.
     *
     * @param acceptEncoding the header; what is no weight in it counts as 0, as no liking at all
     */
    static boolean isTaken(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        if (USUAL.contains(acceptEncoding)) {
            return true;
        }
        double gzip = -1;
        double identity = 0;
        double any = 0;
        for (String element : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            int parameters = element.indexOf(';');
            String coding = (parameters < 0 ? element : element.substring(0, parameters)).strip();
            double weight = parameters < 0 ? 1 : weight(element.substring(parameters + 1));
            switch (coding) {
                case GZIP, "x-gzip" -> gzip = Math.max(gzip, weight);
                case "identity" -> identity = weight;
                case "*" -> any = weight;
                default -> {
                    // one that is not offered
                }
            }
        }
        double liked = gzip < 0 ? any : gzip;
        return liked > 0 && liked >= identity;
    }

    private static double weight(String parameter) {
        Matcher weight = Accept.WEIGHT.matcher(parameter);
        return weight.matches() ? Double.parseDouble(weight.group(1)) : 0;
    }

    static byte[] coded(byte[] bytes) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return coded.toByteArray();
    }

    static StreamingOutput coded(StreamingOutput body) {
        return into -> {
            Coded coded = new Coded(into);
            try {
                body.write(coded);
                coded.finish();
            } finally {
                coded.free();
            }
        };
    }

    /**
     * Begins with the first byte, so that until then something else can be answered. What breaks off has no end in its
     * coded form either.
     */
    private static final class Coded extends OutputStream {

        private final OutputStream into;
        private @Nullable Gzip gzip;

        Coded(OutputStream into) {
            this.into = into;
        }

        @Override
        public void write(int octet) throws IOException {
            gzip().write(octet);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            gzip().write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            if (gzip != null) {
                gzip.flush();
            }
        }

        void finish() throws IOException {
            gzip().finish();
        }

        /** Gives back the memory outside of the heap, whether or not it is finished. */
        void free() {
            if (gzip != null) {
                gzip.free();
            }
        }

        private Gzip gzip() throws IOException {
            if (gzip == null) {
                gzip = new Gzip(into);
            }
            return gzip;
        }
    }

    private static final class Gzip extends GZIPOutputStream {

        Gzip(OutputStream into) throws IOException {
            super(into);
        }

        void free() {
            def.end();
        }
    }

    /** The entity tag of the coded form: a strong one tells the two apart (RFC 9110, section 8.8.3.3). */
    static String tag(String uncoded) {
        return uncoded.substring(0, uncoded.length() - 1) + CODED;
    }

    /** The entity tag of the uncoded form of what has this one, which may be its own. */
    static String uncoded(String tag) {
        return tag.endsWith(CODED) ? tag.substring(0, tag.length() - CODED.length()) + '"' : tag;
    }
}

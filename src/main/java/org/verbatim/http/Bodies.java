package org.verbatim.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Request bodies as text: UTF-8 and nothing else, and no longer than is taken, whatever the request says of them. */
@Singleton
public class Bodies {

    private final long limit;

    Bodies(HttpConfig config) {
        this.limit = config.limits().bodySize();
    }

    /**
     * What a body is said to be.
     *
     * @throws ProblemException if that is nothing, or not one certain thing, or something else made of it
     */
    public static MediaType typeOf(HttpHeaders headers) {
        String fault = fault(headers.getRequestHeaders().getOrDefault(HttpHeaders.CONTENT_ENCODING, List.of()));
        if (fault != null) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, fault);
        }
        try {
            MediaType type = headers.getMediaType();
            if (type != null && !type.isWildcardType() && !type.isWildcardSubtype()) {
                return type;
            }
        } catch (IllegalArgumentException e) {
            // An empty field, for instance; told below, in the same words.
        }
        throw new ProblemException(
                ProblemType.UNSUPPORTED_MEDIA_TYPE, "Say in Content-Type what the body is; it must be in UTF-8.");
    }

    /**
     * Why a body is not taken as it is coded (RFC 9110, section 8.4); null if it is not coded.
     *
     * @param codings the values of {@code Content-Encoding}
     */
    public static @Nullable String fault(List<String> codings) {
        return codings.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .filter(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase("identity"))
                .findFirst()
                .map("Content-Encoding: A body must be sent as it is, not as “%s”."::formatted)
                .orElse(null);
    }

    /**
     * All of a body.
     *
     * @throws ProblemException if it is longer than is taken, not UTF-8, or said to be something else
     */
    public String read(InputStream body, MediaType type) {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("UTF-8")) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "A body must be sent in UTF-8, not in “%s”.".formatted(charset));
        }
        try {
            byte[] bytes = body.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > limit) {
                throw new ProblemException(
                        ProblemType.CONTENT_TOO_LARGE,
                        "It has more than the %d bytes that are taken.".formatted(limit));
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return type.isCompatible(MediaType.APPLICATION_JSON_TYPE) ? json(text) : text;
        } catch (CharacterCodingException e) {
            throw malformed("The body is not UTF-8.");
        } catch (IOException e) {
            throw malformed("The body could not be read to its end.");
        }
    }

    /** Without the byte order mark that may stand before it, as RFC 8259 has it (section 8.1). */
    private static String json(String text) {
        if (text.indexOf('\0') >= 0) {
            throw malformed(
                    "JSON must be sent in UTF-8 (RFC 8259); this has NUL characters, as UTF-16 and UTF-32 have.");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, detail, List.of(Problem.Fault.at("", detail)));
    }
}

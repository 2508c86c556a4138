package org.verbatim.http;

import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the header fields of a request (RFC 9110, section 6.3) say that is asked of each request before a resource is. Read
 * at once: to look for one after the other takes as long as to find an answer that is kept.
 */
final class Fields {

    private long size;
    private @Nullable String host;
    private @Nullable CharSequence accept;
    private @Nullable CharSequence acceptEncoding;
    private @Nullable CharSequence ifNoneMatch;
    private @Nullable String contentLength;
    private @Nullable String requestId;
    private boolean hasOrigin;
    private boolean saysWho;
    private boolean hasTransferCoding;

    private Fields() {}

    static Fields of(MultiMap headers) {
        // Those of HTTP/1 without making strings of them.
        Iterator<? extends Map.Entry<? extends CharSequence, ? extends CharSequence>> each =
                headers instanceof io.netty.handler.codec.http.HttpHeaders received
                        ? received.iteratorCharSequence()
                        : headers.iterator();
        Fields fields = new Fields();
        while (each.hasNext()) {
            Map.Entry<? extends CharSequence, ? extends CharSequence> field = each.next();
            fields.read(field.getKey(), field.getValue());
        }
        return fields;
    }

    private void read(CharSequence name, CharSequence value) {
        size += name.length() + value.length();
        if (is(name, HttpHeaders.HOST)) {
            host = host == null ? value.toString() : host;
        } else if (is(name, HttpHeaders.ACCEPT)) {
            accept = joined(accept, value);
        } else if (is(name, HttpHeaders.ACCEPT_ENCODING)) {
            acceptEncoding = joined(acceptEncoding, value);
        } else if (is(name, HttpHeaders.IF_NONE_MATCH)) {
            ifNoneMatch = joined(ifNoneMatch, value);
        } else if (is(name, RequestId.NAME)) {
            requestId = requestId == null ? value.toString() : requestId;
        } else if (is(name, HttpHeaders.ORIGIN)) {
            hasOrigin = true;
        } else if (is(name, HttpHeaders.AUTHORIZATION)) {
            saysWho = true;
        } else if (is(name, HttpHeaders.CONTENT_LENGTH)) {
            contentLength = contentLength == null ? value.toString() : contentLength;
        } else if (is(name, HttpHeaders.TRANSFER_ENCODING)) {
            hasTransferCoding = true;
        }
    }

    private static boolean is(CharSequence name, CharSequence one) {
        return name == one || AsciiString.contentEqualsIgnoreCase(one, name);
    }

    /** The values of all the lines that have a name are one list (RFC 9110, section 5.2). There may be thousands. */
    private static CharSequence joined(@Nullable CharSequence before, CharSequence value) {
        if (before == null) {
            return value.toString();
        }
        StringBuilder list = before instanceof StringBuilder all ? all : new StringBuilder(before);
        return list.append(',').append(value);
    }

    private static @Nullable String string(@Nullable CharSequence value) {
        return value == null ? null : value.toString();
    }

    /** Of all names and values, in bytes. */
    long size() {
        return size;
    }

    /** As it was sent in HTTP/1; null where it was not. In HTTP/2 it is said elsewhere, and mostly null here. */
    @Nullable String host() {
        return host;
    }

    @Nullable String accept() {
        return string(accept);
    }

    @Nullable String acceptEncoding() {
        return string(acceptEncoding);
    }

    @Nullable String ifNoneMatch() {
        return string(ifNoneMatch);
    }

    /** As it was sent, whether or not it is a number. */
    @Nullable String contentLength() {
        return contentLength;
    }

    /** As it was sent, whether or not it is well-formed. */
    @Nullable String requestId() {
        return requestId;
    }

    /** Whether a browser says whose page has asked. */
    boolean hasOrigin() {
        return hasOrigin;
    }

    /** Whether they say nothing of who has sent them, and nothing comes behind them. */
    boolean areOfAnybody() {
        return !saysWho && contentLength == null && !hasTransferCoding;
    }
}

package org.verbatim.http;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as far as its address tells: an IPv4 address, or the first 64 bits of an IPv6 address, for whoever
 * has one of those usually has all of that network.
 */
final class Client {

    /** Where IPv4 addresses are in IPv6: ::ffff:0:0/96, of which no network has the first 64 bits to itself. */
    private static final long MAPPED = 0xffffL << 32;

    private static final int PREFIX = 8;

    private Client() {}

    /**
     * Of a request. Of what a proxy says only the last address is believed, which the proxy itself has seen: those before
     * it can be anything that its client made up.
     *
     * @param forwarded whether proxies say it in {@code Forwarded} (RFC 7239) rather than in {@code X-Forwarded-For}
     */
    static long of(HttpServerRequest request, boolean forwarded) {
        SocketAddress peer = request.connection().remoteAddress();
        Long direct = peer == null ? null : network(peer.hostAddress());
        SocketAddress seen = request.remoteAddress();
        // The framework names another address than that of the connection only if it trusts the other end.
        if (seen != null && peer != null && !seen.equals(peer)) {
            Long told = network(last(request.headers().getAll(forwarded ? "Forwarded" : "X-Forwarded-For"), forwarded));
            if (told != null) {
                return told;
            }
        }
        return direct == null ? 0 : direct;
    }

    private static @Nullable String last(List<String> headers, boolean forwarded) {
        if (headers.isEmpty()) {
            return null;
        }
        String all = headers.get(headers.size() - 1);
        String last = all.substring(all.lastIndexOf(',') + 1).strip();
        if (!forwarded) {
            return last;
        }
        for (String pair : last.split(";", -1)) {
            String stripped = pair.strip();
            if (stripped.regionMatches(true, 0, "for=", 0, 4)) {
                return stripped.substring(4).replace("\"", "");
            }
        }
        return null;
    }

    /** The network of an address as text, perhaps with a port; null if it is none. Names are not looked up. */
    static @Nullable Long network(@Nullable String address) {
        if (address == null) {
            return null;
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(withoutPort(address));
        if (bytes == null) {
            return null;
        }
        ByteBuffer octets = ByteBuffer.wrap(bytes);
        if (bytes.length == Integer.BYTES) {
            return MAPPED | Integer.toUnsignedLong(octets.getInt());
        }
        boolean mapped = octets.getLong(0) == 0 && octets.getInt(PREFIX) == 0xffff;
        return mapped ? MAPPED | Integer.toUnsignedLong(octets.getInt(PREFIX + Integer.BYTES)) : octets.getLong(0);
    }

    private static String withoutPort(String address) {
        int colon = address.indexOf(':');
        if (address.startsWith("[")) {
            int end = address.indexOf(']');
            return end < 0 ? address : address.substring(1, end);
        }
        return colon >= 0 && colon == address.lastIndexOf(':') ? address.substring(0, colon) : address;
    }
}

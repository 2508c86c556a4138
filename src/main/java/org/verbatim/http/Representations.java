package org.verbatim.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * The one place where an answer becomes bytes, and so where its entity tag is made and compared (RFC 9110, section
 * 13). The tag is a digest of the bytes: it is strong, the same on every instance, and changes only when they do.
 */
@Singleton
public class Representations {

    /** Long enough to never meet its like (RFC 9110 asks no more), short enough to be read in a log. */
    private static final int TAG_BYTES = 15;

    private final ObjectMapper json;

    Representations(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter
    void finish(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        Object entity = response.getEntity();
        if (entity == null) {
            return;
        }
        byte[] bytes = bytes(entity);
        response.setEntity(
                bytes,
                response.getEntityAnnotations(),
                entity instanceof Problem ? MediaType.valueOf(Problem.MEDIA_TYPE) : response.getMediaType());

        // Only now: a new entity makes new headers.
        MultivaluedMap<String, Object> headers = response.getHeaders();
        // The framework's CORS handler answers each origin with its own name.
        headers.putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", Origin");
        if (entity instanceof Paged page) {
            headers.putSingle(HttpHeaders.LINK, page.links().header());
        }
        if (entity instanceof Problem) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        } else if (response.getStatus() == Response.Status.OK.getStatusCode() && isSafe(request)) {
            String tag = entityTag(bytes);
            headers.putSingle(HttpHeaders.ETAG, tag);
            // Asked about each time: a record can be corrected or withdrawn at any moment. Kept by anybody, unless it
            // may
            // have been for an editor's eyes.
            boolean anonymous = request.getHeaderString(HttpHeaders.AUTHORIZATION) == null;
            headers.putSingle(HttpHeaders.CACHE_CONTROL, anonymous ? "public, no-cache" : "private, no-cache");
            if (matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
                response.setEntity(null);
                response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
                return;
            }
        }
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            headers.putSingle(HttpHeaders.CONTENT_LENGTH, bytes.length);
        }
    }

    /** The entity tag that something has when it is served as it is. */
    public String entityTag(Object entity) {
        try {
            return entityTag(bytes(entity));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is served can be written", e);
        }
    }

    private byte[] bytes(Object entity) throws JsonProcessingException {
        return entity instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(entity);
    }

    private static boolean isSafe(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    }

    /** A weak comparison, as {@code If-None-Match} wants it: a cache may have weakened the tag that it got. */
    private static boolean matches(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*")
                        || Arrays.stream(ifNoneMatch.split(",", -1))
                                .map(String::strip)
                                .anyMatch(given -> given.equals(tag) || given.equals("W/" + tag)));
    }

    private static String entityTag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, TAG_BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

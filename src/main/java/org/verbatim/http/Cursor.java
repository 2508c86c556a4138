package org.verbatim.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Where the next page of a list begins: behind the item whose sort keys these are. It is opaque to clients, stays good
 * for ever, and costs a deep page no more than the first, since it is a place in the order and not a number of items.
 *
 * @param keys the sort keys of the last item seen
 */
public record Cursor(List<String> keys) {

    public static final String WHAT_IS_RIGHT = "a cursor of this list; take it from the “next” link of a page";

    /** Which no text that is stored has. */
    private static final String SEPARATOR = "\0";

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor behind(String... keys) {
        return new Cursor(List.of(keys));
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException if nothing of ours wrote this
     */
    static Cursor parse(String text, int keys) {
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)))
                    .toString();
            Cursor cursor = new Cursor(List.of(decoded.split(SEPARATOR, -1)));
            if (cursor.keys.size() == keys && cursor.toString().equals(text)) {
                return cursor;
            }
        } catch (CharacterCodingException | IllegalArgumentException e) {
            // told below, in the same words
        }
        throw new IllegalArgumentException(WHAT_IS_RIGHT);
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }
}

package org.verbatim.dataset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** By what two states of something are told apart. */
public final class Digest {

    /** Long enough to never meet its like, short enough to be read in a log. */
    private static final int BYTES = 15;

    private Digest() {}

    /**
     * The beginning of a SHA-256, the same on every instance.
     *
     * @param parts one after the other
     * @return 20 characters of Base64 for addresses (RFC 4648, section 5)
     */
    public static String of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest.digest(), BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package org.verbatim.index;

/** The index cannot be read or brought up to date just now. Nothing is lost: it is derived, and tried again when asked. */
public class IndexUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    IndexUnavailableException(Throwable cause) {
        super("The index cannot be used", cause);
    }
}

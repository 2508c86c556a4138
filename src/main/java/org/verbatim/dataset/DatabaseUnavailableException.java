package org.verbatim.dataset;

/**
 * The database cannot be written just now, which was known before the change was tried. So nothing of it was stored, and it
 * can be sent again; of any other failure of the database nobody can say that: the commit may have been under way.
 */
public class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseUnavailableException(String message) {
        super(message);
    }
}

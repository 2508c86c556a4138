package org.verbatim.dossier;

/**
 * Something in a dossier that does not hold.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901); empty for the file as a whole
 * @param expected what would be right
 * @param found what is there
 */
public record Fault(String pointer, String expected, String found) {

    @Override
    public String toString() {
        return "%s: expected %s, found %s".formatted(pointer.isEmpty() ? "the whole file" : pointer, expected, found);
    }
}

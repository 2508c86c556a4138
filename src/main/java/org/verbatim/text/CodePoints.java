package org.verbatim.text;

/** What this package asks of single code points. */
final class CodePoints {
    private CodePoints() {}

    /** A combining mark: it belongs to the character before it. */
    static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** The number of code points; a lone surrogate counts as one. */
    static int count(String text) {
        return text.codePointCount(0, text.length());
    }
}

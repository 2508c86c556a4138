package org.verbatim.http;

/**
 * In which order filters see a request, the highest number first. The framework has its CORS handler at 300,
 * authentication at 200 and authorization at 100.
 */
public final class Order {

    /**
     * What is kept, with what {@link #EACH} gives, for requests of which none of those behind that, up to {@link #KEPT},
     * has anything to say.
     */
    static final int KEPT_AT_ONCE = 11_000;

    /**
     * What all answers have: the id of the request, and the security headers; and whether the target is a URI at all. Before
     * all others, the framework's handlers and their answers included.
     */
    static final int EACH = 10_000;

    /**
     * Who may ask at {@code /mcp}: before the framework's CORS handler, which has one rule for all paths, and before our
     * own origin is passed over, for that, too, can be pretended there.
     */
    public static final int MCP = 320;

    /** Whose pages may ask; before the framework's CORS handler, which would hold our own to what others may do. */
    static final int ORIGINS = 310;

    /** Right behind the framework's CORS handler, so that a browser may read the problem. */
    static final int LIMITS = 290;

    /** How often a client may ask. */
    static final int RATE = 285;

    /** What is kept; so far a request is known to be well-formed and within its client's rate, and holds nothing yet. */
    static final int KEPT = 280;

    /** Until the body is there a request takes up no place among those that are answered. */
    static final int BODY = 240;

    /** How many requests are answered at once. */
    static final int CROWD = 230;

    /** The API description: behind all others, so that what holds for resources, who may ask and how many, holds for it. */
    static final int DESCRIPTION = 50;

    private Order() {}
}

package org.verbatim.http;

import java.util.List;
import java.util.stream.Collectors;

/** Ends a request with a problem. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient List<Problem.Fault> faults;

    /** After how many seconds to try again; 0 where that would not help. */
    private final int retryAfter;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<Problem.Fault> faults) {
        this(type, detail, faults, 0);
    }

    private ProblemException(ProblemType type, String detail, List<Problem.Fault> faults, int retryAfter) {
        // No stack trace: a client's mistake is no event worth the cost of one.
        super(detail, null, false, false);
        this.type = type;
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
    }

    /** What is wrong with one parameter. */
    public static ProblemException inParameter(String name, String detail) {
        return inParameters(List.of(Problem.Fault.inParameter(name, detail)));
    }

    /**
     * All that is wrong with parameters.
     *
     * @param faults of parameters, at least one
     */
    public static ProblemException inParameters(List<Problem.Fault> faults) {
        return new ProblemException(
                ProblemType.INVALID_PARAMETER,
                faults.stream()
                        .map(fault -> "%s: %s".formatted(fault.parameter(), fault.detail()))
                        .collect(Collectors.joining(" ")),
                faults);
    }

    /** Something that is not possible right now. */
    public static ProblemException unavailable(String detail, int retryAfterSeconds) {
        return new ProblemException(ProblemType.UNAVAILABLE, detail, List.of(), retryAfterSeconds);
    }

    int retryAfter() {
        return retryAfter;
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Problem.Fault> faults() {
        return faults;
    }
}

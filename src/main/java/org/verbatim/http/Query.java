package org.verbatim.http;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query of one request, read parameter by parameter. Faults are collected, so that one problem tells them all, and
 * what was asked for by nobody is a fault too: a misspelt filter must not quietly return everything.
 */
public final class Query {

    /** The longest text, in Unicode code points. */
    static final int MAX_LENGTH = 1000;

    /** What to say of a blank text that need not be there. */
    public static final String OR_NOTHING = "give it a value or leave it out";

    /** No plus sign and no digits of other scripts, unlike in Java. */
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,6})?");

    private final MultivaluedMap<String, String> given;
    private final Set<String> known = new TreeSet<>();
    private final List<Problem.Fault> faults = new ArrayList<>();

    private Query(MultivaluedMap<String, String> given) {
        this.given = given;
    }

    /**
     * Reads a query.
     *
     * @param reader asks for each parameter that the operation knows
     * @throws ProblemException if a parameter is faulty or unknown
     */
    public static <T> T read(UriInfo request, Function<Query, T> reader) {
        return readToWrite(request, query -> {
            if (!(request instanceof Asking)
                    && !Offered.choice(request.getRequestUri().getRawPath()).isEmpty()) {
                // Read before any resource was asked, in Representations; here it is only known. Another face has its
                // own format.
                query.text(Representations.FORMAT);
            }
            return reader.apply(query);
        });
    }

    /** Reads the query of an operation that changes something: its answer has one format. */
    public static <T> T readToWrite(UriInfo request, Function<Query, T> reader) {
        Query query = new Query(request.getQueryParameters());
        T result = reader.apply(query);
        query.end();
        return result;
    }

    /** For an operation without parameters. */
    public static void readNothing(UriInfo request) {
        read(request, query -> Boolean.TRUE);
    }

    /** A text of at most 1,000 characters; a blank one is a fault, for a filter left empty by mistake would find all. */
    public @Nullable String text(String name) {
        return text(name, MAX_LENGTH);
    }

    public @Nullable String text(String name, int maxLength) {
        return text(name, maxLength, OR_NOTHING);
    }

    private @Nullable String text(String name, int maxLength, String ifBlank) {
        known.add(name);
        List<String> values = given.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return null;
        }
        String value = values.get(0);
        String fault = values.size() > 1
                ? "It was given %d times; give it once.".formatted(values.size())
                : faultOf(value, maxLength, ifBlank);
        if (fault == null) {
            return value;
        }
        fault(name, fault);
        return null;
    }

    /**
     * Why a text is not taken, wherever it was given; null if it is.
     *
     * @param maxLength in code points
     * @param ifBlank what to say where it is blank, such as {@link #OR_NOTHING}
     */
    public static @Nullable String faultOf(String value, int maxLength, String ifBlank) {
        if (value.isBlank()) {
            return "It is blank; %s.".formatted(ifBlank);
        }
        int length = value.codePointCount(0, value.length());
        return length > maxLength ? "It has %d characters; at most %d are taken.".formatted(length, maxLength) : null;
    }

    /**
     * A text of at most 1,000 characters that must be given.
     *
     * @param whatToGive what to say where it is missing or blank, such as “give the words to look for”
     */
    public String required(String name, String whatToGive) {
        return required(name, whatToGive, MAX_LENGTH);
    }

    public String required(String name, String whatToGive, int maxLength) {
        if (given.getOrDefault(name, List.of()).isEmpty()) {
            known.add(name);
            fault(name, "It is missing; %s.".formatted(whatToGive));
        }
        return Objects.requireNonNullElse(text(name, maxLength, whatToGive), "");
    }

    /** Any of several values of an enumeration: the parameter may be repeated. Empty where it was not given. */
    public <E extends Enum<E>> Set<E> anyOf(String name, Class<E> type) {
        known.add(name);
        EnumSet<E> chosen = EnumSet.noneOf(type);
        for (String value : given.getOrDefault(name, List.of())) {
            Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(value))
                    .findFirst()
                    .ifPresentOrElse(
                            chosen::add,
                            () -> fault(
                                    name,
                                    "“%s” is none of %s."
                                            .formatted(
                                                    shortened(value),
                                                    Arrays.stream(type.getEnumConstants())
                                                            .map(Enum::name)
                                                            .collect(Collectors.joining(", ")))));
        }
        return chosen;
    }

    /** A whole number within a range, both ends included. */
    public int integer(String name, int min, int max, int otherwise) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        if (WHOLE.matcher(value).matches()) {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        }
        fault(name, "“%s” is not a whole number from %d to %d.".formatted(shortened(value), min, max));
        return otherwise;
    }

    /** A number of at least 0 with a point for its decimals, such as {@code 1500000} or {@code 0.5}. */
    public @Nullable BigDecimal decimal(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        if (DECIMAL.matcher(value).matches()) {
            return new BigDecimal(value);
        }
        fault(
                name,
                "“%s” is not a number of at least 0 with up to 18 digits, a point and up to 6 decimals."
                        .formatted(shortened(value)));
        return null;
    }

    /** A text that must have a certain form. */
    public @Nullable String matching(String name, Pattern form, String whatIsRight) {
        String value = text(name);
        if (value != null && !form.matcher(value).matches()) {
            fault(name, "“%s” is not %s.".formatted(shortened(value), whatIsRight));
            return null;
        }
        return value;
    }

    /** A text that a parser understands or refuses with an {@link IllegalArgumentException} whose message tells why. */
    public <T> @Nullable T parsed(String name, Function<String, T> parser) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            fault(name, "“%s” is not %s.".formatted(shortened(value), e.getMessage()));
            return null;
        }
    }

    /** Says what is wrong with a parameter that was read, such as that it does not go with another one. */
    public void refuse(String name, String detail) {
        fault(name, detail);
    }

    private void fault(String name, String detail) {
        faults.add(Problem.Fault.inParameter(name, detail));
    }

    private void end() {
        String right = known.isEmpty()
                ? "This address takes no query parameters."
                : "Known here: " + String.join(", ", known) + ".";
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> fault(shortened(name), "There is no such parameter. " + right));
        if (!faults.isEmpty()) {
            throw ProblemException.inParameters(faults);
        }
    }

    /** What a client sent comes back in a problem, but not by the kilobyte. */
    public static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= 60
                ? value
                : value.substring(0, value.offsetByCodePoints(0, 60)) + "…";
    }
}

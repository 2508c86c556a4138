package org.verbatim.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the file format strictly: an unknown key, a wrong type or a misspelt value is a fault, never passed over. */
public final class DossierReader {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // Where a part of it is kept as it is, numbers are too.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, textual -> textual.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private DossierReader() {}

    /** A file that cannot be read as a dossier. */
    public static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Fault fault;

        UnreadableException(Fault fault, Throwable cause) {
            super(fault.toString(), cause);
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    static Dossier read(byte[] json) throws UnreadableException {
        return read(json, Dossier.class);
    }

    /**
     * Reads something that has parts of a dossier in it.
     *
     * @throws UnreadableException if it is not JSON, or not of this form
     */
    public static <T> T read(byte[] json, Class<T> form) throws UnreadableException {
        try {
            if (new String(json, StandardCharsets.UTF_8).isBlank()) {
                throw new UnreadableException(new Fault("", "JSON (RFC 8259)", "nothing"), new IOException("empty"));
            }
            T value = STRICT.readValue(json, form);
            if (value == null) {
                throw new UnreadableException(new Fault("", "an object", "null"), new IOException("null is nothing"));
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            Collection<Object> known = e.getKnownPropertyIds();
            throw new UnreadableException(
                    new Fault(
                            pointer(e),
                            "one of the keys "
                                    + (known == null
                                            ? "of the format"
                                            : known.stream()
                                                    .map(String::valueOf)
                                                    .sorted()
                                                    .collect(Collectors.joining(", "))),
                            "the unknown key “%s”".formatted(e.getPropertyName())),
                    e);
        } catch (InvalidFormatException e) {
            Class<?> type = e.getTargetType();
            throw new UnreadableException(
                    new Fault(
                            pointer(e),
                            type.isEnum() ? "one of " + names(type) : name(type),
                            "“%s”".formatted(e.getValue())),
                    e);
        } catch (MismatchedInputException e) {
            throw new UnreadableException(
                    new Fault(pointer(e), name(e.getTargetType()), "something of another type"), e);
        } catch (JsonProcessingException e) {
            throw new UnreadableException(
                    new Fault(
                            "",
                            "JSON (RFC 8259)",
                            e.getLocation() == null
                                    ? e.getOriginalMessage()
                                    : "%s at line %d, column %d"
                                            .formatted(
                                                    e.getOriginalMessage(),
                                                    e.getLocation().getLineNr(),
                                                    e.getLocation().getColumnNr())),
                    e);
        } catch (IOException e) {
            throw new UnreadableException(new Fault("", "a readable file", String.valueOf(e.getMessage())), e);
        }
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null
                        ? String.valueOf(step.getIndex())
                        : step.getFieldName().replace("~", "~0").replace("/", "~1"))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String name(Class<?> type) {
        if (type == String.class) {
            return "a string";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type)) {
            return type == Integer.class ? "a whole number" : "a number";
        }
        if (List.class.isAssignableFrom(type)) {
            return "an array";
        }
        return type.isEnum() ? "one of " + names(type) : "an object";
    }
}

package dev.treaty.stubs.twilio.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.VendorError;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which parameters set a field of a resource. A field is called like its parameter, in snake case: {@code SmsUrl} sets {@code sms_url}.
 * URLs and HTTP methods are checked.
 */
public final class WritableFields {

    private static final Pattern BEFORE_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final Map<String, Type> types = new HashMap<>();

    private WritableFields() {}

    /** Parameters that are texts. */
    public static WritableFields texts(String... names) {
        return new WritableFields().and(Type.TEXT, names);
    }

    /** The same, with parameters that are {@code true} or {@code false}. */
    public WritableFields flags(String... names) {
        return and(Type.FLAG, names);
    }

    /** The same, with parameters that are whole numbers. */
    public WritableFields numbers(String... names) {
        return and(Type.NUMBER, names);
    }

    private WritableFields and(Type type, String... names) {
        List.of(names).forEach(name -> types.put(name, type));
        return this;
    }

    /**
     * Sets the fields of all parameters that were given; an empty one clears its field.
     *
     * @throws VendorError 20001, 21502 or 21403 if a value is invalid
     */
    public void apply(Parameters parameters, ObjectNode resource) {
        types.forEach((name, type) -> {
            if (parameters.has(name)) {
                set(resource, name, type, parameters);
            }
        });
    }

    private static void set(ObjectNode resource, String name, Type type, Parameters parameters) {
        var field = snakeCase(name);
        switch (type) {
            case TEXT -> resource.put(field, checked(name, parameters.textOrEmpty(name)));
            case FLAG -> resource.put(field, parameters.flag(name).orElse(false));
            case NUMBER ->
                resource.put(
                        field, parameters.number(name).orElseThrow(() -> TwilioError.INVALID_PARAMETER.with(name)));
        }
    }

    private static String checked(String name, String value) {
        if (value.isEmpty()) {
            return value;
        }
        if ((name.endsWith("Url") || name.equals("StatusCallback")) && !Callbacks.isUrl(value)) {
            throw TwilioError.INVALID_URL.with(name, value);
        }
        return name.endsWith("Method") ? method(name, value) : value;
    }

    private static String method(String name, String value) {
        return Parameters.method(value).orElseThrow(() -> TwilioError.INVALID_METHOD.with(name, value));
    }

    private static String snakeCase(String name) {
        return BEFORE_WORD.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    private enum Type {
        TEXT,
        FLAG,
        NUMBER
    }
}

package dev.treaty.stubs.mapbox.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a query or of a form.
 *
 * @param values by name
 */
public record Parameters(Map<String, List<String>> values) {

    /** In every query; it says who asks. */
    public static final String TOKEN = "access_token";

    /**
     * Those of a navigation request.
     *
     * @param known what the replay acts on
     * @param ignored what has no effect on what the replay answers
     * @throws dev.treaty.stubs.vendor.VendorError 422 if there is another
     */
    public Parameters require(Set<String> known, Set<String> ignored) {
        values.keySet().stream()
                .filter(name -> !name.equals(TOKEN) && !known.contains(name) && !ignored.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw MapboxError.notCovered("the parameter " + name);
                });
        return this;
    }

    /** The first value of a parameter, unless it is empty. */
    public Optional<String> first(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The first value of a parameter, or another. */
    public String text(String name, String absent) {
        return first(name).orElse(absent);
    }

    /** Whether a parameter is {@code true}. */
    public boolean isTrue(String name) {
        return text(name, "false").equals("true");
    }

    /** Whether a parameter with commas has this value. */
    public boolean has(String name, String value) {
        return List.of(text(name, "").split(",")).contains(value);
    }

    /**
     * One of several values of a parameter.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 422 if it is another
     */
    public String oneOf(String name, String absent, Set<String> permitted) {
        var value = text(name, absent);
        if (!permitted.contains(value)) {
            throw MapboxError.invalidInput(
                    "%s must be one of %s".formatted(name, String.join(", ", sorted(permitted))));
        }
        return value;
    }

    private static List<String> sorted(Set<String> values) {
        return values.stream().sorted().toList();
    }
}

package dev.treaty.stubs.twilio.api;

import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.request.VendorRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a request says: the fields of its form, or of its query for {@code GET} and {@code DELETE}. */
public final class Parameters {

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** The parameters of a request. */
    public static Parameters of(Exchange exchange) {
        return of(exchange.request());
    }

    /** The parameters of a request. */
    public static Parameters of(VendorRequest request) {
        return new Parameters(request.method().equals("POST") ? request.formParameters() : request.queryParameters());
    }

    /** Whether a parameter was given, empty or not. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The names of all parameters. */
    public Set<String> names() {
        return values.keySet();
    }

    /** The first value of a parameter that was given and is not empty. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(all -> all.get(0)).filter(value -> !value.isEmpty());
    }

    /** The first value of a parameter; empty text if it was not given. */
    public String textOrEmpty(String name) {
        return text(name).orElse("");
    }

    /** All values of a parameter that are not empty; arrays repeat their name. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Whether a parameter is {@code true}; empty if it was not given. */
    public Optional<Boolean> flag(String name) {
        return text(name).map(Boolean::parseBoolean);
    }

    /** The HTTP method that a text names, in upper case; empty if it is neither {@code GET} nor {@code POST}. */
    public static Optional<String> method(String text) {
        return Optional.of(text.toUpperCase(Locale.ROOT)).filter(Set.of("GET", "POST")::contains);
    }

    /**
     * A whole number; empty if the parameter was not given.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 20001 if it is not a whole number
     */
    public OptionalInt number(String name) {
        var text = text(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text.get()));
        } catch (NumberFormatException e) {
            throw TwilioError.INVALID_PARAMETER.with(name);
        }
    }
}

package dev.treaty.stubs.threatsources.abuseipdb;

import dev.treaty.stubs.threatsources.address.IpAddress;
import java.util.List;
import java.util.Map;

/** The parameters of queries and forms. */
final class Parameters {

    private Parameters() {}

    /** The first value of a parameter; empty if there is none. */
    static String first(Map<String, List<String>> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    /** An address. */
    static IpAddress address(String text, String parameter) {
        return IpAddress.parse(text)
                .orElseThrow(() -> AbuseIpDbError.invalid(
                        parameter,
                        "The %s must be a valid IPv4 or IPv6 address (e.g. 8.8.8.8 or 2001:4860:4860::8888)."
                                .formatted(parameter)));
    }

    /** A number from 1 to {@code most}, or the default if the parameter is missing. */
    static int number(Map<String, List<String>> query, String name, int otherwise, int most) {
        var text = first(query, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw AbuseIpDbError.invalid(name, "The %s must be between 1 and %d.".formatted(name, most));
        }
        return Integer.parseInt(text);
    }
}

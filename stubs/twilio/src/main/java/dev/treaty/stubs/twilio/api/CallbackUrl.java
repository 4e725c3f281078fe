package dev.treaty.stubs.twilio.api;

import dev.treaty.stubs.vendor.delivery.DeliveryResult;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A URL of the application, with connection overrides in its fragment: {@code #rc=2&rp=5xx,ct}. By default, Twilio tries once more if
 * there was no connection.
 *
 * @param url without the fragment
 * @param retries how often it is tried again, 0 to 5
 * @param policies after what: {@code ct} (no connection), {@code rt} (no response), {@code 4xx}, {@code 5xx}, {@code all}
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides">Twilio, connection overrides</a>
 */
record CallbackUrl(URI url, int retries, Set<String> policies) {

    private static final int MAX_RETRIES = 5;

    /** Reads a URL; empty if it is not an absolute HTTP URL. */
    static Optional<CallbackUrl> parse(String text) {
        try {
            var uri = new URI(text.strip());
            if (uri.getHost() == null || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                return Optional.empty();
            }
            var written = uri.toString();
            var mark = written.indexOf('#');
            var fragment = mark < 0 ? "" : written.substring(mark + 1);
            return Optional.of(new CallbackUrl(
                    URI.create(mark < 0 ? written : written.substring(0, mark)),
                    Math.min(MAX_RETRIES, number(option(fragment, "rc", "1"))),
                    Set.of(option(fragment, "rp", "ct").split(","))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String option(String fragment, String name, String otherwise) {
        var options = Arrays.stream(fragment.split("&"))
                .filter(option -> option.contains("="))
                .collect(Collectors.toMap(
                        option -> option.substring(0, option.indexOf('=')),
                        option -> option.substring(option.indexOf('=') + 1),
                        (first, second) -> second));
        return options.getOrDefault(name, otherwise);
    }

    private static int number(String text) {
        return text.matches("\\d") ? Integer.parseInt(text) : 1;
    }

    /** Whether to try again. */
    boolean retries(int attempts, DeliveryResult result) {
        return attempts <= retries && (policies.contains("all") || policies.contains(kind(result)));
    }

    private static String kind(DeliveryResult result) {
        if (result.status() == 0) {
            return result.error().contains("Timeout") && !result.error().contains("Connect") ? "rt" : "ct";
        }
        return result.status() / 100 + "xx";
    }
}

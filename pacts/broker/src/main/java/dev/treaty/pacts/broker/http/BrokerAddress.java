package dev.treaty.pacts.broker.http;

import dev.treaty.pacts.errors.SecretValues;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a broker is.
 *
 * @param text an absolute URL of http or https without a slash at the end, e.g. {@code "https://broker.example/pact"}; never contains
 *     credentials
 */
public record BrokerAddress(String text) {

    /** The environment variable that the official clients read, too. */
    public static final String VARIABLE = "PACT_BROKER_BASE_URL";

    /**
     * The address that was given on the command line, or else in {@value #VARIABLE}.
     *
     * @param given null if the command line has none
     * @throws InvalidBrokerSettings if there is none, it is not a URL of http or https, or it contains credentials
     */
    public static BrokerAddress of(@Nullable String given, Map<String, String> environment) {
        return Optional.ofNullable(given)
                .or(() -> Optional.ofNullable(environment.get(VARIABLE)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(BrokerAddress::parse)
                .orElseThrow(() -> new InvalidBrokerSettings(
                        "The address of the broker is missing.",
                        "the command line, and the environment variable " + VARIABLE,
                        "add --broker-base-url=https://…, or set " + VARIABLE));
    }

    private static BrokerAddress parse(String text) {
        var uri = uri(text);
        if (uri.getRawUserInfo() != null) {
            throw new InvalidBrokerSettings(
                    "The broker's address contains credentials, which would be printed wherever the address is.",
                    hidden(text),
                    "remove them, and set " + BrokerCredentials.VARIABLES);
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw invalid(text);
        }
        return new BrokerAddress(text.replaceAll("/+$", ""));
    }

    private static URI uri(String text) {
        try {
            var uri = new URI(text);
            if (text.matches("(?i)https?://.*") && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // reported below; the exception's message may repeat credentials
        }
        throw invalid(text);
    }

    private static InvalidBrokerSettings invalid(String text) {
        return new InvalidBrokerSettings(
                "The broker's address is not a URL.", hidden(text), "write it as https://broker.example");
    }

    private static String hidden(String text) {
        return SecretValues.replace(text, "…");
    }

    /** Whether connections are encrypted, so that certificates matter. */
    boolean isSecure() {
        return text.regionMatches(true, 0, "https:", 0, "https:".length());
    }

    /** The broker's entry page. */
    URI index() {
        return URI.create(text + "/");
    }

    @Override
    public String toString() {
        return text;
    }
}

package dev.treaty.provider.verification.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The settings of a verification: {@code -D…} on the command line, and environment variables.
 *
 * <p>Both are read through JUnit's configuration parameters, which fall back to system properties. So a verification that is itself
 * under test can have its own settings ({@code environment.<NAME>} stands in for the variable {@code <NAME>}).
 */
public final class VerificationSettings {

    private static final String ENVIRONMENT = "environment.";

    private final Function<String, Optional<String>> parameters;

    private VerificationSettings(Function<String, Optional<String>> parameters) {
        this.parameters = parameters;
    }

    /** The settings of a verification that JUnit runs. */
    public static VerificationSettings of(ExtensionContext context) {
        return new VerificationSettings(context::getConfigurationParameter);
    }

    /** Settings by name, for tests. */
    public static VerificationSettings of(Map<String, String> parameters) {
        return new VerificationSettings(name -> Optional.ofNullable(parameters.get(name)));
    }

    /** A setting's value; empty if it is missing or blank. */
    public Optional<String> value(String name) {
        return parameters.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The values of a setting, which are separated by commas; none if it is missing. */
    public List<String> values(String name) {
        return value(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /**
     * A setting that is a URL.
     *
     * @throws InvalidSetting if it is not an http or https URL
     */
    public Optional<URI> url(String name) {
        return value(name).map(value -> url(name, value));
    }

    /**
     * A setting that is a number of at least 1.
     *
     * @throws InvalidSetting if it is something else
     */
    public Optional<Integer> positive(String name) {
        return value(name).map(value -> positive(name, value));
    }

    private static int positive(String name, String value) {
        if (value.matches("[1-9][0-9]{0,5}")) {
            return Integer.parseInt(value);
        }
        throw new InvalidSetting(
                "A setting is not a number of at least 1.",
                "-D%s=%s".formatted(name, value),
                "write a number, e.g. -D%s=4".formatted(name));
    }

    /** Like {@link #url(String)}, for a value that has already been read. */
    public static URI url(String name, String value) {
        try {
            var url = new URI(value);
            if (List.of("http", "https").contains(String.valueOf(url.getScheme())) && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // reported below, like any other value that is not a URL
        }
        throw new InvalidSetting(
                "A setting is not an http or https URL.",
                "-D%s=%s".formatted(name, value),
                "write the scheme and the host, e.g. http://localhost:8081");
    }

    /** An environment variable; empty if it is not set, or blank. */
    public Optional<String> environment(String name) {
        return parameters
                .apply(ENVIRONMENT + name)
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}

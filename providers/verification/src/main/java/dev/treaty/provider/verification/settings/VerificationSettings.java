package dev.treaty.provider.verification.settings;

import dev.treaty.provider.verification.errors.SecretMask;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What whoever runs a verification asks for: {@code -D…} on the command line, and the environment of the process.
 *
 * <p>Both are read through JUnit's configuration parameters, which fall back to system properties, so that a verification
 * under test has settings of its own ({@code environment.<NAME>} stands in for the variable {@code <NAME>}).
 */
public final class VerificationSettings {

    private static final String ENVIRONMENT = "environment.";

    private final Function<String, Optional<String>> parameters;

    private VerificationSettings(Function<String, Optional<String>> parameters) {
        this.parameters = parameters;
    }

    public static VerificationSettings of(ExtensionContext context) {
        return new VerificationSettings(context::getConfigurationParameter);
    }

    public static VerificationSettings of(Map<String, String> parameters) {
        return new VerificationSettings(name -> Optional.ofNullable(parameters.get(name)));
    }

    /** A setting's value; empty when it is not given, or given blank. */
    public Optional<String> value(String name) {
        return parameters.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A setting with several values, separated by commas; none when it is not given. */
    public List<String> values(String name) {
        return value(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /**
     * A setting that is an address.
     *
     * @throws IllegalArgumentException when it is none of http or https
     */
    public Optional<URI> address(String name) {
        return value(name).map(value -> address(name, value));
    }

    /** As {@link #address(String)}, for a value that is already there. */
    public static URI address(String name, String value) {
        try {
            var address = new URI(value);
            if (List.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // told below, as any other that is none
        }
        throw new IllegalArgumentException(SecretMask.hiddenIn("""
                A setting is no address of http or https.
                  where: -D%s=%s
                  fix:   write scheme and host, e.g. http://localhost:8081""".formatted(name, value)));
    }

    /** An environment variable; empty when it is not set, or blank. */
    public Optional<String> environment(String name) {
        return parameters
                .apply(ENVIRONMENT + name)
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}

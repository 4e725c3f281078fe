package dev.treaty.provider.service;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/** A service's environment variables. An error names the variable that is wrong, but never shows a value, which may be a secret. */
public final class ServiceEnvironment {

    private final ServiceDescription service;
    private final Map<String, String> values;

    /** @param values by name; others than the service's variables are ignored */
    public ServiceEnvironment(ServiceDescription service, Map<String, String> values) {
        this.service = service;
        this.values = Map.copyOf(values);
    }

    /**
     * A variable's text without surrounding blanks; empty if it is not set or blank.
     *
     * @throws IllegalStateException if {@code --help} does not list the variable
     */
    public Optional<String> text(EnvironmentVariable variable) {
        if (!service.variables().contains(variable)) {
            throw new IllegalStateException(
                    "%s reads %s, but its --help does not list it".formatted(service.name(), variable.name()));
        }
        return Optional.ofNullable(values.get(variable.name()))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** A secret in a variable that an operator has chosen, and that no list of variables can contain; empty if it is not set. */
    public Optional<String> secret(String variable) {
        return Optional.ofNullable(values.get(variable));
    }

    /**
     * An http or https URL.
     *
     * @throws CannotStart if the value is something else
     */
    public Optional<URI> address(EnvironmentVariable variable) {
        return text(variable).map(value -> address(variable, value));
    }

    /**
     * An http or https URL that must be set.
     *
     * @throws CannotStart if it is not set, or to something else
     */
    public URI requiredAddress(EnvironmentVariable variable) {
        return address(variable).orElseThrow(() -> wrong(variable, "is not set"));
    }

    /**
     * A whole number of at least 1.
     *
     * @throws CannotStart if the value is something else
     */
    public long number(EnvironmentVariable variable, long fallback) {
        return text(variable).map(value -> positive(variable, value)).orElse(fallback);
    }

    /** The error about a variable that is set to something unusable; {@code what} is e.g. {@code "is not a URL"}. */
    public CannotStart wrong(EnvironmentVariable variable, String what) {
        return new CannotStart(
                "The environment variable %s %s.".formatted(variable.name(), what),
                "the environment of " + service.name(),
                "set it, e.g. %s=%s".formatted(variable.name(), variable.example()));
    }

    private URI address(EnvironmentVariable variable, String value) {
        try {
            var address = new URI(value);
            if (address.getHost() == null
                    || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                throw wrong(variable, "is not an http or https URL");
            }
            return address;
        } catch (URISyntaxException e) {
            throw wrong(variable, "is not a URL");
        }
    }

    private long positive(EnvironmentVariable variable, String value) {
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw wrong(variable, "is not a whole number from 1 to 999999999");
        }
        return Long.parseLong(value);
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "ServiceEnvironment of " + service.name();
    }
}

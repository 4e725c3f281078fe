package dev.treaty.provider.service;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/**
 * A service's environment variables, read so that whoever set one wrongly is told which. A value may be a secret: none is
 * shown.
 */
public final class Environment {

    private final ServiceDescription service;
    private final Map<String, String> values;

    Environment(ServiceDescription service, Map<String, String> values) {
        this.service = service;
        this.values = Map.copyOf(values);
    }

    /**
     * A variable's text without blanks around it; empty if it is not set, or set to nothing.
     *
     * @throws IllegalStateException if {@code --help} does not list the variable
     */
    public Optional<String> text(Variable variable) {
        if (!service.variables().contains(variable)) {
            throw new IllegalStateException(
                    "%s reads %s, and its --help does not say so".formatted(service.name(), variable.name()));
        }
        return Optional.ofNullable(values.get(variable.name()))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /**
     * An http or https URL.
     *
     * @throws CannotStart if it is something else
     */
    public Optional<URI> address(Variable variable) {
        return text(variable).map(value -> address(variable, value));
    }

    /**
     * The same, of a variable that must be set.
     *
     * @throws CannotStart if it is not set, or to something else
     */
    public URI requiredAddress(Variable variable) {
        return address(variable).orElseThrow(() -> wrong(variable, "is not set"));
    }

    /**
     * A number of at least 1.
     *
     * @throws CannotStart if it is something else
     */
    public long number(Variable variable, long otherwise) {
        return text(variable).map(value -> positive(variable, value)).orElse(otherwise);
    }

    /** The complaint about a variable that is not as it should be, e.g. {@code "is no URL"}. */
    public CannotStart wrong(Variable variable, String what) {
        return new CannotStart(
                "The environment variable %s %s.".formatted(variable.name(), what),
                "the environment of " + service.name(),
                "set it, e.g. %s=%s".formatted(variable.name(), variable.example()));
    }

    private URI address(Variable variable, String value) {
        try {
            var address = new URI(value);
            if (address.getHost() == null
                    || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                throw wrong(variable, "is no http or https URL");
            }
            return address;
        } catch (URISyntaxException e) {
            throw wrong(variable, "is no URL");
        }
    }

    private long positive(Variable variable, String value) {
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw wrong(variable, "is no number from 1 to 999999999");
        }
        return Long.parseLong(value);
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "Environment of " + service.name();
    }
}

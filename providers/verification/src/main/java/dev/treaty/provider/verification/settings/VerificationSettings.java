package dev.treaty.provider.verification.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The settings of a verification: what the command line says, and environment variables. A setting has the name that it has as a property
 * of Maven; {@link #option} tells how the reader of an error writes it.
 *
 * <p>A verification that is itself under test can have its own environment ({@code environment.<NAME>} stands in for the variable
 * {@code <NAME>}).
 */
public final class VerificationSettings {

    private static final String ENVIRONMENT = "environment.";

    /** The variables that a verification under test can have of its own. */
    private static final List<String> REPLACEABLE = List.of(
            "PACT_BROKER_TOKEN",
            "PACT_BROKER_USERNAME",
            "PACT_BROKER_PASSWORD",
            "GITHUB_SHA",
            "GITHUB_HEAD_REF",
            "GITHUB_REF_NAME",
            "GITHUB_REF_TYPE",
            "GITHUB_RUN_ID",
            "GITHUB_REPOSITORY",
            "GITHUB_SERVER_URL",
            "CI_COMMIT_SHA",
            "CI_COMMIT_BRANCH",
            "CI_COMMIT_REF_NAME",
            "CI_JOB_URL",
            "GIT_COMMIT",
            "GIT_BRANCH",
            "BRANCH_NAME",
            "BUILD_URL");

    private final Function<String, Optional<String>> parameters;

    private final UnaryOperator<String> option;

    /**
     * Settings that are looked up by name.
     *
     * @param option how a setting is written on the command line, e.g. {@code "--parallel="}
     */
    public VerificationSettings(Function<String, Optional<String>> parameters, UnaryOperator<String> option) {
        this.parameters = parameters;
        this.option = option;
    }

    /** Settings that are properties, e.g. {@code -Dpact.parallel=4}. */
    public static VerificationSettings of(Function<String, Optional<String>> parameters) {
        return new VerificationSettings(parameters, "-D%s="::formatted);
    }

    /** Properties by name. */
    public static VerificationSettings of(Map<String, String> parameters) {
        return of(name -> Optional.ofNullable(parameters.get(name)));
    }

    /** How a setting is written on the command line, up to its value, e.g. {@code "-Dpact.parallel="}. */
    public String option(String name) {
        return option.apply(name);
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
        return value(name).map(value -> url(option(name), value));
    }

    /**
     * A setting that is a number of at least 1.
     *
     * @throws InvalidSetting if it is something else
     */
    public Optional<Integer> positive(String name) {
        return value(name).map(value -> positive(option(name), value));
    }

    private static int positive(String option, String value) {
        if (value.matches("[1-9][0-9]{0,5}")) {
            return Integer.parseInt(value);
        }
        throw new InvalidSetting(
                "A setting is not a number of at least 1.",
                option + value,
                "write a number, e.g. %s4".formatted(option));
    }

    /**
     * Like {@link #url(String)}, for a value that has already been read.
     *
     * @param option how the setting is written, e.g. {@code "-Dpacts="}
     */
    public static URI url(String option, String value) {
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
                option + value,
                "write the scheme and the host, e.g. http://localhost:8081");
    }

    /** The environment, with what a verification under test has instead. */
    public Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        REPLACEABLE.forEach(
                name -> parameters.apply(ENVIRONMENT + name).ifPresent(value -> environment.put(name, value)));
        return environment;
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

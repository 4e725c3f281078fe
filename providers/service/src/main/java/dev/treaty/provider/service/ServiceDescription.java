package dev.treaty.provider.service;

import java.util.List;
import java.util.Map;

/**
 * What an operator has to know of a service, and what {@code --help} prints.
 *
 * @param name e.g. {@code "auth-service"}
 * @param about what it does, in one sentence
 * @param port where it listens unless told otherwise
 * @param variables every environment variable that it reads, but for {@link #LOG_LEVEL}, which all services read
 */
public record ServiceDescription(String name, String about, int port, List<Variable> variables) {

    /** For a service that keeps data. */
    public static final Variable DATABASE_URL = new Variable(
            "DATABASE_URL",
            "a PostgreSQL of its own, which begins and ends with the service, and its data with it",
            "postgres://user:password@db.example:5432/name",
            "The PostgreSQL that keeps the data, postgres://… or jdbc:postgresql:….");

    /** For a service that has to know where requests come from. */
    public static final Variable TRUSTED_PROXIES = new Variable(
            "TRUSTED_PROXIES",
            "this machine",
            "10.0.0.1,10.0.0.2",
            "The addresses of the proxies that are believed when they say in X-Forwarded-For for whom they ask.");

    /** Read by the log itself. */
    static final Variable LOG_LEVEL =
            new Variable("LOG_LEVEL", "INFO", "WARN", "What is logged at least: DEBUG, INFO, WARN or ERROR.");

    /** Copies the variables. */
    public ServiceDescription {
        variables = List.copyOf(variables);
    }

    /** The variables as they are set. */
    public Environment environment(Map<String, String> values) {
        return new Environment(this, values);
    }
}

package dev.treaty.provider.service;

import java.util.List;

/**
 * What an operator has to know about a service, and what {@code --help} prints.
 *
 * @param name e.g. {@code "auth-service"}
 * @param about what it does, in one sentence
 * @param port where it listens by default
 * @param variables every environment variable that it reads, except {@link #LOG_LEVEL}, which all services read
 */
public record ServiceDescription(String name, String about, int port, List<EnvironmentVariable> variables) {

    /** For a service that keeps data. */
    public static final EnvironmentVariable DATABASE_URL = new EnvironmentVariable(
            "DATABASE_URL",
            "an embedded PostgreSQL, which is deleted with its data when the service stops",
            "postgres://user:password@db.example:5432/name",
            "The PostgreSQL that keeps the data, postgres://… or jdbc:postgresql:….");

    /** For a service that needs to know the address a request comes from. */
    public static final EnvironmentVariable TRUSTED_PROXIES = new EnvironmentVariable(
            "TRUSTED_PROXIES",
            "this machine",
            "10.0.0.1,10.0.0.2",
            "The addresses of the proxies whose X-Forwarded-For is believed.");

    /** Read by the logging configuration itself. */
    static final EnvironmentVariable LOG_LEVEL = new EnvironmentVariable(
            "LOG_LEVEL", "INFO", "WARN", "The lowest level that is logged: DEBUG, INFO, WARN or ERROR.");

    /** Copies the variables. */
    public ServiceDescription {
        variables = List.copyOf(variables);
    }
}

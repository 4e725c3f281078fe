package dev.treaty.provider.threatintelligence;

import dev.treaty.provider.service.EnvironmentVariable;
import dev.treaty.provider.service.ServiceDescription;
import dev.treaty.provider.service.ServiceEnvironment;
import dev.treaty.provider.service.tokens.TokenPolicy;
import dev.treaty.provider.threatintelligence.sources.RequestLimit;
import dev.treaty.provider.threatintelligence.sources.SourceName;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How threat-intelligence is configured.
 *
 * @param keys where auth-service publishes its keys; empty only where provider states bring their own tokens
 * @param tokens the access tokens that are accepted
 * @param events where events are sent; empty to leave them in the outbox
 * @param sources each source's address, key, and more
 * @param mispEvent to which reported addresses are added; empty to add them nowhere
 * @param limits of the plans that the keys have
 * @param sourceTimeout how long a source may take; all of them together take a little longer
 */
record ThreatSettings(
        Optional<URI> keys,
        TokenPolicy tokens,
        Optional<URI> events,
        Map<SourceName, SourceAccess> sources,
        Optional<String> mispEvent,
        Map<SourceName, List<RequestLimit>> limits,
        Duration sourceTimeout) {

    private static final int TIMEOUT = 1_200;
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * How a source is reached.
     *
     * @param key never shown
     * @param keyExpiresOn its last day, if that is known
     */
    record SourceAccess(URI address, String key, Optional<LocalDate> keyExpiresOn) {
        @Override
        public String toString() {
            return address.toString();
        }
    }

    private static final EnvironmentVariable JWKS_URL = new EnvironmentVariable(
            "JWKS_URL",
            "none; required unless provider states are on",
            "http://127.0.0.1:8081/.well-known/jwks.json",
            "Where auth-service publishes the keys that verify access tokens.");
    private static final EnvironmentVariable EVENTS_URL = new EnvironmentVariable(
            "EVENTS_URL",
            "none, and events stay in the outbox",
            "https://events.example/in",
            "Where events are sent: by POST, as CloudEvents in JSON.");
    private static final EnvironmentVariable MISP_EVENT = new EnvironmentVariable(
            "MISP_EVENT",
            "none, and reports go to AbuseIPDB only",
            "42",
            "The id of the event to which reported addresses are added.");
    private static final EnvironmentVariable SOURCE_TIMEOUT = new EnvironmentVariable(
            "SOURCE_TIMEOUT_MILLISECONDS", String.valueOf(TIMEOUT), "1000", "How long a source may take to answer.");
    private static final EnvironmentVariable VIRUSTOTAL_PER_MINUTE = new EnvironmentVariable(
            "VIRUSTOTAL_REQUESTS_PER_MINUTE", "4, as a public key", "1000", "How many requests VirusTotal allows.");
    private static final EnvironmentVariable VIRUSTOTAL_PER_DAY = new EnvironmentVariable(
            "VIRUSTOTAL_REQUESTS_PER_DAY", "500, as a public key", "100000", "The same in a day.");
    private static final EnvironmentVariable ABUSEIPDB_PER_DAY = new EnvironmentVariable(
            "ABUSEIPDB_CHECKS_PER_DAY",
            "1000, as the free plan",
            "10000",
            "How many checks AbuseIPDB allows in a day.");

    private static final Map<SourceName, SourceVariables> SOURCES = variables();

    /** What {@code --help} prints, and every environment variable that is read. */
    static final ServiceDescription SERVICE = new ServiceDescription(
            "threat-intelligence",
            "Asks VirusTotal, AbuseIPDB and MISP about addresses, and makes one verdict of their answers.",
            8085,
            allVariables());

    /** The variables of one source. */
    private record SourceVariables(EnvironmentVariable url, EnvironmentVariable key, EnvironmentVariable expires) {

        static SourceVariables of(SourceName source, String fallback, String title) {
            var name = source.name();
            return new SourceVariables(
                    new EnvironmentVariable(
                            name + "_URL",
                            fallback.isEmpty() ? "none; required" : fallback,
                            "http://127.0.0.1:12120",
                            "The address of " + title + "."),
                    new EnvironmentVariable(name + "_KEY", "none; required", "…", "The API key for " + title + "."),
                    new EnvironmentVariable(
                            name + "_KEY_EXPIRES",
                            "none",
                            "2027-01-31",
                            "The last day of that key; an event reminds of it two weeks before."));
        }
    }

    private static Map<SourceName, SourceVariables> variables() {
        var variables = new EnumMap<SourceName, SourceVariables>(SourceName.class);
        variables.put(
                SourceName.VIRUSTOTAL,
                SourceVariables.of(SourceName.VIRUSTOTAL, "https://www.virustotal.com", "VirusTotal"));
        variables.put(
                SourceName.ABUSEIPDB,
                SourceVariables.of(SourceName.ABUSEIPDB, "https://api.abuseipdb.com", "AbuseIPDB"));
        variables.put(SourceName.MISP, SourceVariables.of(SourceName.MISP, "", "the instance of MISP"));
        return variables;
    }

    private static List<EnvironmentVariable> allVariables() {
        var all = new ArrayList<EnvironmentVariable>();
        all.add(ServiceDescription.DATABASE_URL);
        all.add(JWKS_URL);
        all.add(TokenPolicy.JWT_ISSUER);
        all.add(TokenPolicy.JWT_AUDIENCE);
        all.add(EVENTS_URL);
        SOURCES.values().forEach(source -> all.addAll(List.of(source.url(), source.key(), source.expires())));
        all.addAll(List.of(MISP_EVENT, SOURCE_TIMEOUT, VIRUSTOTAL_PER_MINUTE, VIRUSTOTAL_PER_DAY, ABUSEIPDB_PER_DAY));
        return all;
    }

    static ThreatSettings of(Map<String, String> variables) {
        return of(new ServiceEnvironment(SERVICE, variables));
    }

    /**
     * Reads the environment.
     *
     * @throws dev.treaty.provider.service.CannotStart if a variable is missing, or set to something unusable
     */
    static ThreatSettings of(ServiceEnvironment environment) {
        var sources = new EnumMap<SourceName, SourceAccess>(SourceName.class);
        SOURCES.forEach((source, variables) -> sources.put(source, access(environment, variables)));
        return new ThreatSettings(
                environment.address(JWKS_URL),
                TokenPolicy.of(environment),
                environment.address(EVENTS_URL),
                sources,
                environment.text(MISP_EVENT),
                Map.of(
                        SourceName.VIRUSTOTAL,
                        List.of(
                                limit(environment, VIRUSTOTAL_PER_MINUTE, 4, Duration.ofMinutes(1)),
                                limit(environment, VIRUSTOTAL_PER_DAY, 500, DAY)),
                        SourceName.ABUSEIPDB,
                        List.of(limit(environment, ABUSEIPDB_PER_DAY, 1_000, DAY))),
                Duration.ofMillis(environment.number(SOURCE_TIMEOUT, TIMEOUT)));
    }

    private static SourceAccess access(ServiceEnvironment environment, SourceVariables variables) {
        var address = environment
                .address(variables.url())
                .or(() -> Optional.of(variables.url().fallback())
                        .filter(fallback -> fallback.startsWith("https:"))
                        .map(URI::create))
                .orElseThrow(() -> environment.wrong(variables.url(), "is not set"));
        var key = environment.text(variables.key()).orElseThrow(() -> environment.wrong(variables.key(), "is not set"));
        return new SourceAccess(
                address,
                key,
                environment.text(variables.expires()).map(day -> day(environment, variables.expires(), day)));
    }

    private static LocalDate day(ServiceEnvironment environment, EnvironmentVariable variable, String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw environment.wrong(variable, "is not a day");
        }
    }

    private static RequestLimit limit(
            ServiceEnvironment environment, EnvironmentVariable variable, int fallback, Duration per) {
        return new RequestLimit(Math.toIntExact(environment.number(variable, fallback)), per);
    }

    /** The last day of each key, as far as it is known. */
    Map<SourceName, LocalDate> keysExpire() {
        var days = new EnumMap<SourceName, LocalDate>(SourceName.class);
        sources.forEach((source, access) -> access.keyExpiresOn().ifPresent(day -> days.put(source, day)));
        return days;
    }
}

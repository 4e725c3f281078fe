package dev.treaty.provider.service.database;

import com.zaxxer.hikari.HikariConfig;
import dev.treaty.provider.service.CannotStart;
import dev.treaty.provider.service.ServiceDescription;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a PostgreSQL, split up so that neither user nor password is left in a text that is logged.
 *
 * @param jdbc e.g. {@code jdbc:postgresql://db.example:5432/auth}
 */
record DatabaseUrl(
        String jdbc, @Nullable String user, @Nullable String password) {

    private static final String JDBC = "jdbc:postgresql:";

    /** The driver would take the password for a port and quote it in a warning. */
    private static final Pattern JDBC_WITH_CREDENTIALS = Pattern.compile(JDBC + "//[^/?]*@.*");

    private static final Set<String> SCHEMES = Set.of("postgres", "postgresql");
    private static final int DEFAULT_PORT = 5432;

    /**
     * Accepts {@code jdbc:postgresql:…} unchanged, and {@code postgres://user:password@host:port/name?parameter=value}.
     *
     * @throws CannotStart if it is something else
     */
    static DatabaseUrl parse(String url) {
        if (JDBC_WITH_CREDENTIALS.matcher(url).matches()) {
            throw malformed();
        }
        return url.startsWith(JDBC) ? new DatabaseUrl(url, null, null) : of(uri(url));
    }

    private static DatabaseUrl of(URI uri) {
        var credentials = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        var port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        var parameters = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DatabaseUrl(
                "jdbc:postgresql://%s:%d%s%s".formatted(uri.getHost(), port, uri.getRawPath(), parameters),
                credentials.length > 0 ? decoded(credentials[0]) : null,
                credentials.length > 1 ? decoded(credentials[1]) : null);
    }

    private static URI uri(String url) {
        try {
            var uri = new URI(url);
            if (uri.getScheme() != null && SCHEMES.contains(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Reported below; this exception would quote the URL.
        }
        throw malformed();
    }

    private static CannotStart malformed() {
        return new CannotStart(
                "The database's address is not that of a PostgreSQL.",
                "DATABASE_URL (not shown, because it may contain a password)",
                "write it like %s, with special characters in the password percent-encoded"
                        .formatted(ServiceDescription.DATABASE_URL.example()));
    }

    void applyTo(HikariConfig settings) {
        settings.setJdbcUrl(jdbc);
        if (user != null) {
            settings.setUsername(user);
        }
        if (password != null) {
            settings.setPassword(password);
        }
    }

    /** URLDecoder is for forms, where a plus is a blank; in a URL it is a plus. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "DatabaseUrl";
    }
}

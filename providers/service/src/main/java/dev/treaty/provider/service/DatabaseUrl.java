package dev.treaty.provider.service;

import com.zaxxer.hikari.HikariConfig;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL is, taken apart so that neither user nor password stays in a text that is logged.
 *
 * @param jdbc e.g. {@code jdbc:postgresql://db.example:5432/auth}
 */
record DatabaseUrl(
        String jdbc, @Nullable String user, @Nullable String password) {

    /** Reads {@code jdbc:postgresql:…} as it is, and {@code postgres://user:password@host:port/name}. */
    static DatabaseUrl parse(String url) {
        if (url.startsWith("jdbc:")) {
            return new DatabaseUrl(url, null, null);
        }
        var uri = URI.create(url);
        var credentials = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        var port = uri.getPort() < 0 ? 5432 : uri.getPort();
        return new DatabaseUrl(
                "jdbc:postgresql://%s:%d%s".formatted(uri.getHost(), port, uri.getRawPath()),
                credentials.length > 0 ? decoded(credentials[0]) : null,
                credentials.length > 1 ? decoded(credentials[1]) : null);
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

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "DatabaseUrl";
    }
}

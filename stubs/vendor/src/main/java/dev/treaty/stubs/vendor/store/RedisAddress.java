package dev.treaty.stubs.vendor.store;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where Redis is: {@code redis://host:port}, with {@code user:password@} before it and {@code /database} after it if need be. */
final class RedisAddress {

    private static final int DEFAULT_PORT = 6379;

    private final URI uri;

    private RedisAddress(URI uri) {
        this.uri = uri;
    }

    /** Whether a store is in Redis; {@code rediss} is Redis with TLS. */
    static boolean isOne(String location) {
        return location.startsWith("redis://") || location.startsWith("rediss://");
    }

    /**
     * Reads an address.
     *
     * @throws StoreUnavailable if it is not one
     */
    static RedisAddress parse(String location) {
        try {
            var uri = new URI(location);
            if (uri.getHost() != null
                    && (uri.getPath().isEmpty() || uri.getPath().matches("/\\d*"))) {
                return new RedisAddress(withPort(uri));
            }
        } catch (URISyntaxException e) {
            // as for other addresses that are incomplete; the exception would show the password
        }
        throw new StoreUnavailable(
                "The address of Redis is not valid.",
                "--store " + location.replaceAll("//.*@", "//…@"),
                "write it like redis://127.0.0.1:6379 or redis://127.0.0.1:6379/1",
                null);
    }

    private static URI withPort(URI uri) throws URISyntaxException {
        return uri.getPort() >= 0
                ? uri
                : new URI(uri.getScheme(), uri.getUserInfo(), uri.getHost(), DEFAULT_PORT, uri.getPath(), null, null);
    }

    URI uri() {
        return uri;
    }

    /** What went wrong, as far as it may be shown. */
    String withoutPassword(Exception failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        var message = String.valueOf(cause.getMessage());
        var credentials = uri.getUserInfo();
        return hasSecret(message, credentials) ? cause.getClass().getSimpleName() : message;
    }

    private static boolean hasSecret(String message, @Nullable String credentials) {
        return credentials != null && message.contains(credentials.substring(credentials.indexOf(':') + 1));
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return "%s://%s:%d%s".formatted(uri.getScheme(), uri.getHost(), uri.getPort(), uri.getPath());
    }
}

package dev.treaty.consumer.apigateway.http;

import dev.treaty.pacts.errors.ErrorMessage;
import java.net.URI;

/**
 * The address of a service.
 *
 * @param service its name in the contracts, e.g. {@code auth-service}
 * @param address with scheme and host, and optionally a path, which prefixes the service's own paths
 */
public record ServiceAddress(String service, URI address) {

    /** Refuses an address with user or password, because it appears in error messages. */
    public ServiceAddress {
        var isHttp = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!isHttp || address.getHost() == null || address.getRawUserInfo() != null || address.getRawQuery() != null) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "%s has an address that is not a plain http or https URL (not shown, because it may contain a password)."
                                    .formatted(service),
                            "the gateway's configuration",
                            "write it like http://auth.internal:8081, without user, password and query")
                    .toString());
        }
    }

    public URI resolve(String target) {
        return URI.create(address.toString().replaceFirst("/$", "") + target);
    }
}

package dev.treaty.consumer.apigateway;

import java.net.URI;

/**
 * Where a service is.
 *
 * @param service its name in the contracts, e.g. {@code auth-service}
 * @param address with scheme and host, and perhaps a path that the service's own paths follow
 */
record ServiceAddress(String service, URI address) {

    /** Refuses an address with user or password: it stands in error messages. */
    ServiceAddress {
        var isHttp = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!isHttp || address.getHost() == null || address.getRawUserInfo() != null || address.getRawQuery() != null) {
            throw new IllegalArgumentException("""
                    %s has an address that is no plain http or https URL (it may hold a password, so it is not shown).
                      where: the gateway's configuration
                      fix:   write it like http://auth.internal:8081, without user, password and query""".formatted(service));
        }
    }

    URI resolve(String target) {
        return URI.create(address.toString().replaceFirst("/$", "") + target);
    }
}

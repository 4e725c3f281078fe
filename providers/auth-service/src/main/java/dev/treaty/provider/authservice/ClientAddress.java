package dev.treaty.provider.authservice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose attempt a request is. Requests come through the gateway, which says in {@code X-Forwarded-For} for whom it asks; only a
 * proxy that is trusted is believed, because anybody can write that header.
 *
 * @param trusted the addresses of the proxies
 */
record ClientAddress(Set<String> trusted) {

    /** Who else may say so on the machine of a developer, or beside a service mesh's proxy. */
    private static final String THIS_MACHINE = "127.0.0.1,::1,0:0:0:0:0:0:0:1";

    ClientAddress {
        trusted = Set.copyOf(trusted);
    }

    /**
     * The proxies that a setting names.
     *
     * @param setting addresses, separated by commas; null for this machine
     */
    static ClientAddress trusting(@Nullable String setting) {
        return new ClientAddress(Set.copyOf(parts(setting == null ? THIS_MACHINE : setting)));
    }

    /**
     * The address that attempts are counted by: the last hop that no trusted proxy vouches for; empty when a trusted proxy does
     * not say for whom it asks, because a limit for the proxy would be one for everybody behind it.
     *
     * @param peer who is connected
     * @param forwardedFor the field as it came, the hops from the client on
     */
    Optional<String> of(String peer, @Nullable String forwardedFor) {
        var hops = forwardedFor == null ? List.<String>of() : parts(forwardedFor);
        var address = peer;
        for (var hop = hops.size() - 1; hop >= 0 && trusted.contains(address); hop--) {
            address = hops.get(hop);
        }
        return trusted.contains(address) ? Optional.empty() : Optional.of(address);
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}

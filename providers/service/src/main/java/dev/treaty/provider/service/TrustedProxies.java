package dev.treaty.provider.service;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, when requests come through others: a proxy says in {@code X-Forwarded-For} for whom it asks, and only one that is
 * trusted is believed, because anybody can write that header.
 *
 * @param addresses of the proxies
 */
public record TrustedProxies(Set<String> addresses) {

    /** On the machine of a developer, or beside a service mesh's proxy. */
    private static final String THIS_MACHINE = "127.0.0.1,::1,0:0:0:0:0:0:0:1,[::1],[0:0:0:0:0:0:0:1]";

    /** Copies the addresses. */
    public TrustedProxies {
        addresses = Set.copyOf(addresses);
    }

    /** Nobody: the caller is whoever is connected. */
    public static TrustedProxies none() {
        return new TrustedProxies(Set.of());
    }

    /** The proxies of this machine. */
    public static TrustedProxies ofThisMachine() {
        return of(THIS_MACHINE);
    }

    /** The proxies that a setting names: addresses, separated by commas. */
    public static TrustedProxies of(String setting) {
        return new TrustedProxies(Set.copyOf(parts(setting)));
    }

    /**
     * The address of who calls: the last hop that no trusted proxy vouches for; empty when a trusted proxy does not say for
     * whom it asks, because what is counted for the proxy would be counted for everybody behind it.
     *
     * @param peer who is connected
     * @param forwardedFor the field as it came, the hops from the client on
     */
    public Optional<String> client(String peer, @Nullable String forwardedFor) {
        var hops = forwardedFor == null ? List.<String>of() : parts(forwardedFor);
        var address = peer;
        for (var hop = hops.size() - 1; hop >= 0 && addresses.contains(address); hop--) {
            address = hops.get(hop);
        }
        return addresses.contains(address) ? Optional.empty() : Optional.of(address);
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }
}

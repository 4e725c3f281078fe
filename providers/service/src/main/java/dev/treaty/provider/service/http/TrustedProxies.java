package dev.treaty.provider.service.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address of the client behind proxies. A proxy names its client in {@code X-Forwarded-For}; only trusted proxies are believed,
 * because anyone can send that header.
 *
 * @param addresses of the proxies
 */
public record TrustedProxies(Set<String> addresses) {

    /** On a developer's machine, or beside a service mesh's proxy. */
    private static final String THIS_MACHINE = "127.0.0.1,::1,0:0:0:0:0:0:0:1,[::1],[0:0:0:0:0:0:0:1]";

    /** Copies the addresses. */
    public TrustedProxies {
        addresses = Set.copyOf(addresses);
    }

    /** No proxy is trusted: the client is the peer of the connection. */
    public static TrustedProxies none() {
        return new TrustedProxies(Set.of());
    }

    /** Proxies on this machine. */
    public static TrustedProxies ofThisMachine() {
        return of(THIS_MACHINE);
    }

    /** The proxies in a setting: addresses, separated by commas. */
    public static TrustedProxies of(String setting) {
        return new TrustedProxies(Set.copyOf(parts(setting)));
    }

    /**
     * The client's address: the last hop that is not a trusted proxy. Empty if a trusted proxy names no client, because a limit counted
     * against the proxy would be shared by everyone behind it.
     *
     * @param peer the other end of the connection
     * @param forwardedFor the header field as received, starting with the client
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

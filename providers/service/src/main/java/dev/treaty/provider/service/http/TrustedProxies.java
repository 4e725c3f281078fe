package dev.treaty.provider.service.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address of the client behind proxies. A proxy names its client in {@code X-Forwarded-For}; only trusted proxies are believed,
 * because anyone can send that header.
 *
 * @param addresses of the proxies
 */
public record TrustedProxies(Set<String> addresses) {

    /** On a developer's machine, or beside a service mesh's proxy. */
    private static final String THIS_MACHINE = "127.0.0.1,::1,0:0:0:0:0:0:0:1";

    /** An address in brackets, and one of IPv4, that a port may follow (RFC 7239, section 6). */
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]*)](?::\\d+)?|([\\d.]+):\\d+");

    private static final int BYTES_OF_IPV6_NETWORK = 8;

    /** Copies the addresses. */
    public TrustedProxies {
        addresses = addresses.stream().map(TrustedProxies::withoutPort).collect(Collectors.toUnmodifiableSet());
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
     * @param forwardedFor the whole header field, all its lines, starting with the client
     */
    public Optional<String> client(String peer, @Nullable String forwardedFor) {
        var hops = forwardedFor == null ? List.<String>of() : parts(forwardedFor);
        var address = withoutPort(peer);
        for (var hop = hops.size() - 1; hop >= 0 && addresses.contains(address); hop--) {
            address = withoutPort(hops.get(hop));
        }
        return addresses.contains(address) ? Optional.empty() : Optional.of(address);
    }

    /**
     * What a limit counts a client by: an address of IPv4, or the network of one of IPv6, because whoever has one of these addresses has
     * 2<sup>64</sup>.
     *
     * @param client what {@link #client} returned
     * @return e.g. {@code "192.0.2.7"} or {@code "2001:db8:0:0:0:0:0:0/64"}; what is not an address stays as it is
     */
    public static String countedBy(String client) {
        if (!client.contains(":")) {
            return client;
        }
        try {
            // No name is looked up: only an address contains a colon
            var address = InetAddress.getByName(client);
            if (!(address instanceof Inet6Address)) {
                return address.getHostAddress();
            }
            var network = Arrays.copyOf(
                    Arrays.copyOf(address.getAddress(), BYTES_OF_IPV6_NETWORK), address.getAddress().length);
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            return client;
        }
    }

    /** Some proxies name the client's port as well, which is another one for each connection. */
    private static String withoutPort(String hop) {
        var match = WITH_PORT.matcher(hop);
        if (!match.matches()) {
            return hop;
        }
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    /** In their order, and each as often as it occurs: a client may have named its own address before a proxy did. */
    private static List<String> parts(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}

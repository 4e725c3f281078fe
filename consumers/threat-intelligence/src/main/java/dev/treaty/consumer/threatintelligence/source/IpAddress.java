package dev.treaty.consumer.threatintelligence.source;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address that the sources may be asked about: one that is routed on the Internet. What is private says much about its owner and
 * nothing to a source, so it never leaves this machine.
 *
 * @param text in canonical form: IPv6 as RFC 5952 writes it, e.g. {@code "2001:db8:bad::1"}
 */
public record IpAddress(String text) {

    private static final Pattern V4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final int GROUPS = 8;

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if the text is not a public address; {@link #parse} reads what people write
     */
    public IpAddress {
        if (parse(text).filter(canonical -> canonical.equals(text)).isEmpty()) {
            throw new IllegalArgumentException("not a public address in canonical form");
        }
    }

    /** Reads a public address; empty if the text is another one, or none. Never asks a name server. */
    public static Optional<IpAddress> of(String text) {
        return parse(text).map(IpAddress::new);
    }

    /** The canonical form of a public address. */
    private static Optional<String> parse(String text) {
        var isLiteral = V4.matcher(text).matches()
                || (text.contains(":") && V6.matcher(text).matches());
        if (!isLiteral) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text))
                    .filter(IpAddress::isPublic)
                    .map(IpAddress::canonical);
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Ranges for documentation (RFC 5737, RFC 3849) count as public: they are what is tested with. */
    private static boolean isPublic(InetAddress address) {
        var first = address.getAddress()[0] & 0xff;
        var second = address.getAddress()[1] & 0xff;
        var isReserved = address instanceof Inet6Address
                ? (first & 0xfe) == 0xfc // RFC 4193
                : first == 0 // RFC 1122
                        || first >= 240 // RFC 1112
                        || (first == 100 && second >= 64 && second < 128); // RFC 6598
        return !(isReserved
                || address.isSiteLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress());
    }

    /** RFC 5952, section 4: no leading zeros, lower case, and {@code ::} for the first of the longest runs of zeros. */
    private static String canonical(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        var groups = address.getHostAddress().split(":", -1);
        var longest = 0;
        var start = -1;
        for (var i = 0; i < GROUPS; i++) {
            var length = 0;
            while (i + length < GROUPS && groups[i + length].equals("0")) {
                length++;
            }
            if (length > Math.max(1, longest)) {
                longest = length;
                start = i;
            }
        }
        return start < 0
                ? String.join(":", groups)
                : joined(groups, 0, start) + "::" + joined(groups, start + longest, GROUPS);
    }

    private static String joined(String[] groups, int from, int to) {
        return String.join(":", Arrays.copyOfRange(groups, from, to));
    }

    @Override
    public String toString() {
        return text;
    }
}

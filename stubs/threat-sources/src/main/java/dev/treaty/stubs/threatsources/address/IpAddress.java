package dev.treaty.stubs.threatsources.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An IPv4 or IPv6 address. */
public final class IpAddress {

    private static final Pattern V4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final String text;
    private final InetAddress address;

    private IpAddress(String text, InetAddress address) {
        this.text = text;
        this.address = address;
    }

    /** Reads an address; empty if the text is none. Never asks a name server. */
    public static Optional<IpAddress> parse(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IpAddress(text, InetAddress.getByName(text)));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** 4 or 6. */
    public int version() {
        return address instanceof Inet6Address ? 6 : 4;
    }

    /** Whether it can be routed on the Internet. Ranges that are reserved for documentation count as public, so that tests can use them. */
    public boolean isPublic() {
        var isUniqueLocal = version() == 6 && (address.getAddress()[0] & 0xfe) == 0xfc; // RFC 4193
        return !(isUniqueLocal
                || address.isSiteLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress());
    }

    byte[] bytes() {
        return address.getAddress();
    }

    /** A number from 0 on that is always the same for this address. */
    int last() {
        var bytes = bytes();
        return bytes[bytes.length - 1] & 0xff;
    }

    /** As it was written, e.g. {@code "2001:db8:bad::1"}. */
    @Override
    public String toString() {
        return text;
    }
}

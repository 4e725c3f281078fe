package dev.treaty.stubs.http.cors;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a page comes from: scheme, host and port (RFC 6454, section 4). Two that mean the same are equal, however they are written.
 *
 * @param scheme in lower case, e.g. {@code "https"}
 * @param host in lower case and ASCII; an IPv6 address in brackets and in full
 * @param port -1 for that of the scheme
 */
record Origin(String scheme, String host, int port) {

    private static final int LAST_PORT = 65_535;
    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);

    /** Names that browsers never ask a name server about (RFC 6761, section 6.3), and the addresses of loopback. */
    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|.*\\.localhost|127(\\.\\d{1,3}){3}|\\[0:0:0:0:0:0:0:1]");

    /** What a text that is no origin begins with, if it begins with one. */
    private static final Pattern BEGINNING = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://[^/?#@*\\s]+)[/?#].*");

    /** Reads an origin as browsers send it, or as people write it; empty if it is none. */
    static Optional<Origin> of(String text) {
        try {
            var uri = new URI(ascii(text));
            var isOther = uri.getScheme() == null
                    || uri.getRawPath() == null
                    || !uri.getRawPath().isEmpty()
                    || uri.getRawUserInfo() != null
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null;
            if (isOther || uri.getHost() == null || uri.getPort() > LAST_PORT) {
                return Optional.empty();
            }
            var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            var port = DEFAULT_PORTS.getOrDefault(scheme, -1) == uri.getPort() ? -1 : uri.getPort();
            return Optional.of(new Origin(scheme, host(uri.getHost().toLowerCase(Locale.ROOT)), port));
        } catch (URISyntaxException | UnknownHostException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The origin that a text begins with which has more than one, e.g. a path; empty if it does not. */
    static Optional<String> beginningOf(String text) {
        var found = BEGINNING.matcher(text.strip());
        return found.matches() && of(found.group(1)).isPresent() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Browsers send names beyond ASCII in their ASCII form (RFC 5890). */
    private static String ascii(String text) {
        var scheme = text.indexOf("://");
        if (scheme < 0 || text.chars().allMatch(letter -> letter < 0x80)) {
            return text;
        }
        var host = scheme + "://".length();
        var colon = text.indexOf(':', host);
        var end = colon < 0 ? text.length() : colon;
        return text.substring(0, host) + IDN.toASCII(text.substring(host, end)) + text.substring(end);
    }

    private static String host(String host) throws UnknownHostException {
        return host.startsWith("[")
                ? "[" + InetAddress.getByName(host).getHostAddress() + "]" // an address, so nobody is asked
                : host;
    }

    /** Whether this machine serves its pages. */
    boolean isThisMachine() {
        return THIS_MACHINE.matcher(host).matches();
    }
}

package dev.treaty.stubs.mcp.running;

import dev.treaty.pacts.errors.TreatyException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/** The address of a stub server on this machine. */
public final class LoopbackAddress {

    /** A literal, which is not looked up anywhere; another name could lead to another machine tomorrow. */
    private static final String LITERAL = "localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[[0-9a-fA-F:]+]";

    private LoopbackAddress() {}

    /**
     * Reads an address.
     *
     * @param url e.g. {@code "http://127.0.0.1:8080"}
     * @throws NotOnLoopback if it is another machine, or not an address of HTTP
     */
    public static URI of(String url) {
        try {
            var uri = new URI(url.strip());
            if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || uri.getUserInfo() != null) {
                throw new NotOnLoopback("This is not the address of a stub server.", url);
            }
            if (!uri.getHost().matches(LITERAL)
                    || !InetAddress.getByName(uri.getHost()).isLoopbackAddress()) {
                throw new NotOnLoopback("Only a stub server on this machine may be asked.", url);
            }
            return URI.create("http://%s:%d/".formatted(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort()));
        } catch (URISyntaxException | UnknownHostException e) {
            throw new NotOnLoopback("This is not the address of a stub server.", url);
        }
    }

    /** It is refused. */
    private static final class NotOnLoopback extends TreatyException {

        NotOnLoopback(String what, String url) {
            super(
                    what,
                    "--server " + url.replaceFirst("//[^/@]*@", "//***@"),
                    "use http and a loopback address, e.g. http://127.0.0.1:8080");
        }
    }
}

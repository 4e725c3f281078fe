package dev.treaty.provider.verification.targets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;

/** Whether anything listens where a provider should run; asked once, instead of failing every interaction. */
public final class Reachability {

    private static final int TIMEOUT_MILLISECONDS = 5_000;

    private Reachability() {}

    /**
     * Connects, and disconnects. A URL behind a proxy is not tried.
     *
     * @param option how the user wrote the URL, e.g. {@code "--url="}
     * @return why it cannot be reached; empty if it can
     */
    public static Optional<ServiceUnreachable> problem(URI url, String option) {
        if (isProxied(url)) {
            return Optional.empty();
        }
        var port = url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), port), TIMEOUT_MILLISECONDS);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new ServiceUnreachable(url, option, e));
        }
    }

    private static boolean isProxied(URI url) {
        var proxies = ProxySelector.getDefault();
        return proxies != null && proxies.select(url).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }
}

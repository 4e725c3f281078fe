package dev.treaty.pacts.broker.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxy that {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} name, in upper or lower case, as curl and the official
 * clients read them. This machine is never asked through a proxy. The JVM's own settings, e.g. {@code -Dhttps.proxyHost}, come first.
 */
final class EnvironmentProxies extends ProxySelector {

    private final Map<String, String> environment;
    private final ProxySelector jvm;

    EnvironmentProxies(Map<String, String> environment, ProxySelector jvm) {
        this.environment = Map.copyOf(environment);
        this.jvm = jvm;
    }

    @Override
    public List<Proxy> select(URI uri) {
        var ofJvm = ofJvm(uri);
        return ofJvm.isEmpty()
                ? List.of(proxyFor(uri).map(EnvironmentProxies::proxy).orElse(Proxy.NO_PROXY))
                : ofJvm;
    }

    private List<Proxy> ofJvm(URI uri) {
        return jvm.select(uri).stream()
                .filter(proxy -> proxy.type() != Proxy.Type.DIRECT)
                .toList();
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        jvm.connectFailed(uri, address, failure);
    }

    /** The address of the proxy for a request; may contain credentials. */
    private Optional<URI> proxyFor(URI uri) {
        if (isDirect(uri)) {
            return Optional.empty();
        }
        return variable(uri.getScheme() + "_proxy")
                .or(() -> variable("all_proxy"))
                .map(EnvironmentProxies::uri);
    }

    /**
     * The value of the header {@code Proxy-Authorization} for a request, if the address of its proxy contains a user. It goes along with the
     * first request: an authenticator would be asked about a broker that wants credentials, too, and the client then fails without the status.
     */
    Optional<String> authorizationFor(URI uri) {
        return ofJvm(uri).isEmpty()
                ? proxyFor(uri).map(URI::getUserInfo).map(EnvironmentProxies::basic)
                : Optional.empty();
    }

    /** Whether the address of a proxy contains a user. */
    boolean haveCredentials() {
        return Stream.of("https_proxy", "http_proxy", "all_proxy")
                .flatMap(name -> variable(name).stream())
                .anyMatch(proxy -> proxy.contains("@"));
    }

    /** Lets the JVM send a password to a proxy for https, which it does not do by default. Must be called before its HTTP client is used. */
    static void allowCredentials() {
        var setting = "jdk.http.auth.tunneling.disabledSchemes";
        if (System.getProperty(setting) == null) {
            System.setProperty(setting, "");
        }
    }

    /** RFC 7617; a user without a password has an empty one. */
    private static String basic(String userInformation) {
        var user = userInformation.contains(":") ? userInformation : userInformation + ":";
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8));
    }

    private boolean isDirect(URI uri) {
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.matches("127\\.[\\d.]+|\\[::1]|\\[0:0:0:0:0:0:0:1]")
                || exceptions().anyMatch(exception -> covers(exception, host, uri.getPort()));
    }

    private Stream<String> exceptions() {
        return variable("no_proxy").stream()
                .flatMap(list -> Arrays.stream(list.split("[,\\s]+")))
                .filter(exception -> !exception.isEmpty())
                .map(exception -> exception.toLowerCase(Locale.ROOT));
    }

    /** Whether {@code *}, {@code example.org}, {@code .example.org}, {@code *.example.org} or {@code example.org:8443} covers a host. */
    private static boolean covers(String exception, String host, int port) {
        if (exception.equals("*")) {
            return true;
        }
        var hasPort = exception.matches("[^:]+:\\d+");
        if (hasPort && !exception.endsWith(":" + port)) {
            return false;
        }
        var name =
                (hasPort ? exception.substring(0, exception.lastIndexOf(':')) : exception).replaceFirst("^\\*?\\.", "");
        return host.equals(name) || host.endsWith("." + name);
    }

    private Optional<String> variable(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .flatMap(variable -> Stream.ofNullable(environment.get(variable)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static URI uri(String proxy) {
        try {
            var uri = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // its message may repeat credentials
        }
        throw new InvalidBrokerSettings(
                "The address of the proxy is not a URL.",
                "HTTPS_PROXY or HTTP_PROXY in the environment",
                "write it as http://proxy.example:3128");
    }

    private static Proxy proxy(URI uri) {
        var port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
    }
}

package dev.treaty.pacts.broker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentProxiesTest {

    private static final Map<String, String> PROXY = Map.of("HTTPS_PROXY", "http://ann:s3cr3t@proxy.example:3128");

    private record JvmProxies(List<Proxy> proxies) {

        ProxySelector selector() {
            return new ProxySelector() {
                @Override
                public List<Proxy> select(URI uri) {
                    return proxies;
                }

                @Override
                public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
            };
        }
    }

    private static EnvironmentProxies proxies(Map<String, String> environment) {
        return new EnvironmentProxies(environment, new JvmProxies(List.of(Proxy.NO_PROXY)).selector());
    }

    private static String proxyFor(String uri, Map<String, String> environment) {
        return proxies(environment).select(URI.create(uri)).get(0).toString();
    }

    @Test
    void the_environment_names_the_proxy_for_a_scheme() {
        assertThat(proxyFor("https://broker.example", PROXY))
                .contains("proxy.example")
                .contains(":3128");
        assertThat(proxyFor("http://broker.example", PROXY)).isEqualTo("DIRECT");
        assertThat(proxyFor("http://broker.example", Map.of("http_proxy", "proxy.example")))
                .contains(":80");
    }

    @Test
    void a_proxys_credentials_are_only_for_the_proxy() {
        var broker = URI.create("https://broker.example");
        var ofJvm = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("jvm.example", 1));

        assertThat(proxies(PROXY).authorizationFor(broker)).contains("Basic YW5uOnMzY3IzdA==");
        assertThat(proxies(PROXY).authorizationFor(URI.create("http://broker.example")))
                .isEmpty();
        assertThat(new EnvironmentProxies(PROXY, new JvmProxies(List.of(ofJvm)).selector()).authorizationFor(broker))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "broker.example",
                ".example",
                "example",
                "*.example",
                "other, broker.example",
                "broker.example:8443"
            })
    void exceptions_are_asked_directly(String exceptions) {
        var environment = Map.of("HTTPS_PROXY", "http://proxy.example:3128", "NO_PROXY", exceptions);

        assertThat(proxyFor("https://broker.example:8443", environment)).isEqualTo("DIRECT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"roker.example", "broker.example.org", "broker.example:1"})
    void others_are_not(String exceptions) {
        var environment = Map.of("HTTPS_PROXY", "http://proxy.example:3128", "NO_PROXY", exceptions);

        assertThat(proxyFor("https://broker.example:8443", environment)).contains("proxy.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost:1", "https://127.0.0.1:1", "https://[::1]:1"})
    void this_machine_is_asked_directly(String uri) {
        assertThat(proxyFor(uri, PROXY)).isEqualTo("DIRECT");
    }

    @Test
    void the_settings_of_the_jvm_come_first() {
        var proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("jvm.example", 1));
        var proxies = new EnvironmentProxies(PROXY, new JvmProxies(List.of(proxy)).selector());

        assertThat(proxies.select(URI.create("https://broker.example"))).containsExactly(proxy);
    }

    @Test
    void an_address_that_is_not_a_url_is_refused_without_its_credentials() {
        assertThatThrownBy(() -> proxyFor("https://broker.example", Map.of("HTTPS_PROXY", "http://ann:s3 cr3t@")))
                .isInstanceOf(InvalidBrokerSettings.class)
                .hasMessageNotContaining("cr3t");
    }
}

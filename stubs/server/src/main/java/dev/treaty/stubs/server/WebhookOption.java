package dev.treaty.stubs.server;

import dev.treaty.pacts.errors.TreatyException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The option {@code --webhook PROVIDER=URL}. */
final class WebhookOption extends TreatyException {

    private WebhookOption(String what, String value, String fix) {
        super(what, "--webhook " + value.replaceAll("//[^/]*@", "//…@"), fix); // without the password of a URL
    }

    /** Checks that there is something to be told about each provider. */
    static void requireState(Collection<String> providers, Collection<String> withState) {
        for (var provider : providers) {
            if (!withState.contains(provider)) {
                throw new WebhookOption(
                        "\"%s\" has no state here, so it has no events to send.".formatted(provider),
                        provider + "=…",
                        withState.isEmpty()
                                ? "leave it out"
                                : "name one of " + String.join(", ", withState) + ", or leave it out");
            }
        }
    }

    /**
     * The URLs of each provider.
     *
     * @param values as on the command line
     * @param allowedHosts beyond this machine
     */
    static Map<String, List<URI>> parse(Collection<String> values, Set<String> allowedHosts) {
        var urls = new TreeMap<String, List<URI>>();
        for (var value : values) {
            var equals = value.indexOf('=');
            var url = url(value, equals);
            if (!allowedHosts.contains(url.getHost()) && !isThisMachine(url.getHost())) {
                throw new WebhookOption(
                        "%s is not this machine, and webhooks are sent beyond it only if that is allowed."
                                .formatted(url.getHost()),
                        value,
                        "add --webhook-allow " + url.getHost());
            }
            urls.computeIfAbsent(value.substring(0, equals), provider -> new ArrayList<>())
                    .add(url);
        }
        return urls;
    }

    private static URI url(String value, int equals) {
        try {
            var url = new URI(value.substring(equals + 1));
            if (equals > 0
                    && List.of("http", "https").contains(String.valueOf(url.getScheme()))
                    && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // reported below, like any other value that is not a URL
        }
        throw new WebhookOption(
                "A webhook needs a provider and an http or https URL.",
                value,
                "write e.g. --webhook stripe=http://127.0.0.1:3000/webhooks");
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

package dev.treaty.pacts.broker.content;

import dev.treaty.pacts.broker.http.BrokerUnreachable;
import dev.treaty.pacts.broker.http.HalLink;
import dev.treaty.pacts.broker.verification.SelectedContract;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A contract that one version of a consumer published, or several with the same content.
 *
 * @param consumerVersion the newest of these versions
 * @param criteria why it was selected, in the broker's words; none if its version was named
 * @param contentSha the broker's hash of the content
 * @param link where the content is
 */
public record ContractVersion(
        String provider,
        String consumer,
        String consumerVersion,
        List<String> criteria,
        String contentSha,
        HalLink link) {

    /** The path is the only place in the list of selected contracts that names the content. */
    private static final Pattern URL =
            Pattern.compile("(.*/pacts/provider/([^/]+)/consumer/([^/]+)/pact-version/([^/]+))(?:/.*)?");

    /** Copies the list. */
    public ContractVersion {
        criteria = List.copyOf(criteria);
    }

    static ContractVersion of(SelectedContract selected) {
        var url = URL.matcher(selected.link().href());
        if (!url.matches()) {
            throw BrokerUnreachable.unknownLink(selected.link());
        }
        var provider = HalLink.decode(url.group(2));
        var consumer = HalLink.decode(url.group(3));
        return new ContractVersion(
                provider,
                consumer,
                version(selected.name(), consumer, provider),
                selected.criteria(),
                HalLink.decode(url.group(4)),
                new HalLink(url.group(1), selected.name()));
    }

    /** The version in "Pact between api-gateway (4f2c…) and auth-service", or the whole text if it has another form. */
    private static String version(String name, String consumer, String provider) {
        var before = "Pact between %s (".formatted(consumer);
        var after = ") and " + provider;
        return name.startsWith(before) && name.endsWith(after) && name.length() >= before.length() + after.length()
                ? name.substring(before.length(), name.length() - after.length())
                : name;
    }
}

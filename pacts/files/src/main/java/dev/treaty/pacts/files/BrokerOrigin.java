package dev.treaty.pacts.files;

import java.util.List;
import java.util.Optional;

/**
 * Where a contract comes from that a Pact Broker holds, and why it was selected there.
 *
 * @param consumerVersion the version of the consumer that published it; of several with the same content, the newest
 * @param branch the branch whose newest version was selected; empty if the selection was not by branch
 * @param environment the environment that it was selected for; empty if the selection was not by environment
 * @param criteria why it was selected, in the broker's words, one for each version with this content; none if the version was named
 * @param contentSha the broker's hash of the content; the same for all versions with this content
 * @param url where the broker has it; without credentials
 */
public record BrokerOrigin(
        String consumerVersion,
        Optional<String> branch,
        Optional<String> environment,
        List<String> criteria,
        String contentSha,
        String url) {

    /** Copies the list. */
    public BrokerOrigin {
        criteria = List.copyOf(criteria);
    }
}

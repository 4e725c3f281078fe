package dev.treaty.pacts.broker.http;

import dev.treaty.pacts.errors.TreatyException;
import org.jspecify.annotations.Nullable;

/** The broker did not answer, or what answered is not a Pact Broker: nothing is known, neither yes nor no. */
public final class BrokerUnreachable extends TreatyException {

    /** Has every link that this client follows; the last that it got is that of a branch. */
    static final String OLDEST_VERSION = "2.109";

    BrokerUnreachable(String what, String where, String fix, @Nullable Throwable cause) {
        super(what, where, fix, cause);
    }

    static BrokerUnreachable withoutLink(String relation) {
        return new BrokerUnreachable(
                "The broker's answer lacks a link.",
                "\"%s\" in its _links".formatted(relation),
                "upgrade the broker to %s or newer".formatted(OLDEST_VERSION),
                null);
    }

    static BrokerUnreachable withoutList(String name) {
        return new BrokerUnreachable(
                "The answer is not that of a Pact Broker.",
                "there is no list \"%s\" in its _embedded".formatted(name),
                "check the address, and whether a proxy answers in place of the broker",
                null);
    }

    /** The broker's answer has a link of an unknown form. */
    public static BrokerUnreachable unknownLink(HalLink link) {
        return new BrokerUnreachable(
                "A link of the broker does not name the content of a contract.",
                link.href(),
                "check that this is a Pact Broker of version %s or newer".formatted(OLDEST_VERSION),
                null);
    }
}

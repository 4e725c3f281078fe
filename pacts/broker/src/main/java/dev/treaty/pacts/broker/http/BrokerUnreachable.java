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
}

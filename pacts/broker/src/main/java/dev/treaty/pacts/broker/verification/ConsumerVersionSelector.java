package dev.treaty.pacts.broker.verification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Which versions of the consumers a provider is verified against.
 *
 * @see <a href="https://docs.pact.io/pact_broker/advanced_topics/consumer_version_selectors">consumer version selectors</a>
 */
public final class ConsumerVersionSelector {

    private final ObjectNode json;

    private ConsumerVersionSelector(ObjectNode json) {
        this.json = json;
    }

    private static ConsumerVersionSelector of(String name, boolean value) {
        return new ConsumerVersionSelector(JsonNodeFactory.instance.objectNode().put(name, value));
    }

    private static ConsumerVersionSelector of(String name, String value) {
        return new ConsumerVersionSelector(JsonNodeFactory.instance.objectNode().put(name, value));
    }

    /** The newest version of each consumer's main branch; nothing of a consumer whose newest version has no contract. */
    public static ConsumerVersionSelector mainBranch() {
        return of("mainBranch", true);
    }

    /** The newest version of the branch with the same name as the provider's. */
    public static ConsumerVersionSelector matchingBranch() {
        return of("matchingBranch", true);
    }

    /** The newest version of a branch. */
    public static ConsumerVersionSelector branch(String name) {
        return of("branch", name);
    }

    /** All versions that are deployed or released to any environment. */
    public static ConsumerVersionSelector deployedOrReleased() {
        return of("deployedOrReleased", true);
    }

    /** All versions that are deployed or released to one environment. */
    public static ConsumerVersionSelector environment(String name) {
        return of("environment", name);
    }

    /** The newest version with a tag. */
    public static ConsumerVersionSelector latestWithTag(String tag) {
        var selector = of("tag", tag);
        selector.json.put("latest", true);
        return selector;
    }

    /** The newest version of all, of whatever branch. */
    public static ConsumerVersionSelector latest() {
        return of("latest", true);
    }

    /** A selector in the broker's own form, which the broker checks, e.g. <code>{"branch": "main", "consumer": "web"}</code>. */
    public static ConsumerVersionSelector of(ObjectNode json) {
        return new ConsumerVersionSelector(json.deepCopy());
    }

    /** The same, for one consumer only. */
    public ConsumerVersionSelector ofConsumer(String name) {
        return new ConsumerVersionSelector(json.deepCopy().put("consumer", name));
    }

    ObjectNode json() {
        return json.deepCopy();
    }

    @Override
    public String toString() {
        return json.toString();
    }
}

package dev.treaty.consumer.environmentconsole;

import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import java.util.List;
import java.util.Map;

/**
 * The provider states that several interactions share.
 *
 * <p>A real service accepts no example token and chooses its own ids and cursors: there, a state returns what to use instead, under the
 * name of its parameter: {@code accessToken}, {@code clone}, {@code backup}, {@code restoration}, {@code cursor}.
 */
final class ProviderStates {

    private ProviderStates() {}

    /** Ada, an operator, is signed in; production, training and test are there and idle. */
    static PactDslWithState ready(PactDslWithProvider cloner) {
        return operator(cloner)
                .given(
                        "environments exist",
                        Map.of("ids", List.of(ExampleData.PRODUCTION, ExampleData.TRAINING, ExampleData.TEST)));
    }

    static PactDslWithState operator(PactDslWithProvider cloner) {
        return user(cloner, "usr_42", "ada@example.org", "Ada Lovelace", "operator");
    }

    static PactDslWithState viewer(PactDslWithProvider cloner) {
        return user(cloner, "usr_7", "grace@example.org", "Grace Hopper", "viewer");
    }

    private static PactDslWithState user(
            PactDslWithProvider cloner, String id, String email, String name, String role) {
        return cloner.given("a user is signed in", Map.of("id", id, "email", email, "name", name, "role", role));
    }

    /** A clone of production into training, e.g. {@code "a clone is copying"}. */
    static PactDslWithState clone(PactDslWithProvider cloner, String state, String id) {
        return clone(cloner, state, id, ExampleData.TRAINING);
    }

    static PactDslWithState clone(PactDslWithProvider cloner, String state, String id, String target) {
        return ready(cloner).given(state, Map.of("clone", id, "source", ExampleData.PRODUCTION, "target", target));
    }

    /** A clone that failed while it did this, because of a problem of this type. */
    static PactDslWithState failedClone(PactDslWithProvider cloner, String id, String phase, String problem) {
        return ready(cloner)
                .given(
                        "a clone has failed",
                        Map.of(
                                "clone", id,
                                "source", ExampleData.PRODUCTION,
                                "target", ExampleData.TRAINING,
                                "phase", phase,
                                "problem", problem));
    }

    static PactDslWithState backup(PactDslWithProvider cloner, String id, String environment, String state) {
        return ready(cloner)
                .given(
                        "a backup exists",
                        Map.of("backup", id, "environment", environment, "kind", "file", "state", state));
    }
}

package dev.treaty.consumer.environmentconsole;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.environmentconsole.ClonerContract.call;
import static dev.treaty.consumer.environmentconsole.ClonerContract.problem;
import static dev.treaty.consumer.environmentconsole.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.environmentconsole.clones.CloneState;
import dev.treaty.consumer.environmentconsole.connection.Refused;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class CancellationPactTest {

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact cloneIsCancelled(PactDslWithProvider cloner) {
        return call(
                        ProviderStates.clone(cloner, "a clone is copying", "cln_42"),
                        "a request to cancel a clone",
                        "POST",
                        "/clones/${clone}/cancellation",
                        Map.of("clone", "cln_42"))
                .willRespondWith()
                .status(202)
                .body(newJsonBody(clone -> {
                            clone.stringMatcher("id", ClonerContract.CLONE_ID, "cln_42");
                            clone.stringMatcher("state", "cancelling|cancelled", "cancelling");
                            clone.stringValue("source", "production");
                            clone.stringValue("target", "training");
                            clone.object("progress", progress -> {
                                progress.integerType("percent", 48);
                                progress.integerType("rows", 520_000);
                                progress.integerType("rowsTotal", 1_100_000);
                                progress.integerType("tables", 4);
                                progress.integerType("tablesTotal", 9);
                                progress.integerType("bytes", 73_400_320);
                            });
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "cloneIsCancelled")
    void a_cancellation_takes_a_moment(MockServer cloner) {
        assertThat(at(cloner).clones().cancel("cln_42").state()).isEqualTo(CloneState.CANCELLING);
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact cloneIsOver(PactDslWithProvider cloner) {
        return call(
                        ProviderStates.clone(cloner, "a clone is completed", "cln_43"),
                        "a request to cancel a clone that is over",
                        "POST",
                        "/clones/${clone}/cancellation",
                        Map.of("clone", "cln_43"))
                .willRespondWith()
                .status(409)
                .headers(Problem.HEADERS)
                .body(problem(
                        "clone-is-over",
                        409,
                        "The clone is over",
                        "Clone cln_43 is completed",
                        "restore its backup to undo it"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "cloneIsOver")
    void a_clone_that_is_over_cannot_be_cancelled(MockServer cloner) {
        var clones = at(cloner).clones();

        assertThatThrownBy(() -> clones.cancel("cln_43"))
                .isInstanceOf(Refused.class)
                .hasMessage("""
                The clone is over. Clone cln_43 is completed.
                  where: POST /clones/cln_43/cancellation
                  fix:   restore its backup to undo it""");
    }
}

package dev.treaty.consumer.environmentconsole;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.environmentconsole.ClonerContract.call;
import static dev.treaty.consumer.environmentconsole.ExampleData.PRODUCTION;
import static dev.treaty.consumer.environmentconsole.ExampleData.TRAINING;
import static dev.treaty.consumer.environmentconsole.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.environmentconsole.clones.ClonePage;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class CloneListPactTest {

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact clonesIntoATarget(PactDslWithProvider cloner) {
        return call(
                        ProviderStates.ready(cloner)
                                .given(
                                        "several clones are over",
                                        Map.of(
                                                "source", PRODUCTION,
                                                "target", TRAINING,
                                                "clones", List.of("cln_43", "cln_44", "cln_46"))),
                        "a request for the newest clones into an environment",
                        "GET",
                        "/clones")
                .query("target=training")
                .matchQuery("limit", "[1-9]\\d{0,2}", "1")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(page -> {
                            page.array(
                                    "items",
                                    items -> items.object(
                                            item -> CloneBody.listed(item, ExampleData.completed("cln_43"))));
                            page.stringMatcher("next", ClonerContract.CURSOR, "1");
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "clonesIntoATarget")
    void the_newest_clones_come_first(MockServer cloner) {
        assertThat(at(cloner).clones().into(TRAINING, 1))
                .isEqualTo(new ClonePage(List.of(ExampleData.completed("cln_43")), Optional.of("1")));
    }
}

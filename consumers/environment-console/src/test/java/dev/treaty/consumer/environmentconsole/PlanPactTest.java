package dev.treaty.consumer.environmentconsole;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.environmentconsole.ClonerContract.call;
import static dev.treaty.consumer.environmentconsole.ExampleData.ALL_SYSTEMS;
import static dev.treaty.consumer.environmentconsole.ExampleData.PRODUCTION;
import static dev.treaty.consumer.environmentconsole.ExampleData.PRODUCTION_INTO_TRAINING;
import static dev.treaty.consumer.environmentconsole.ExampleData.PROFILE;
import static dev.treaty.consumer.environmentconsole.ExampleData.TEST;
import static dev.treaty.consumer.environmentconsole.ExampleData.TRAINING;
import static dev.treaty.consumer.environmentconsole.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.environmentconsole.clones.CloneOptions;
import dev.treaty.consumer.environmentconsole.clones.Plan;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class PlanPactTest {

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact everythingIsClassified(PactDslWithProvider cloner) {
        return plan(
                ProviderStates.ready(cloner),
                "a request for the plan of a clone",
                TRAINING,
                newJsonBody(plan -> {
                            tables(plan);
                            plan.minArrayLike(
                                    "schemaChanges",
                                    0,
                                    PactDslJsonRootValue.stringMatcher(ClonerContract.MIGRATION, "V4 audit"),
                                    1);
                            plan.array("unclassified", columns -> {});
                            plan.stringMatcher("estimate", ClonerContract.DURATION, "PT2M30S");
                        })
                        .build());
    }

    @Test
    @PactTestFor(pactMethod = "everythingIsClassified")
    void a_plan_says_what_would_be_copied_and_anonymised(MockServer cloner) {
        var plan = at(cloner).clones().plan(PRODUCTION_INTO_TRAINING);

        assertThat(plan)
                .isEqualTo(new Plan(
                        List.of(new Plan.Table(
                                "reservations.reservations", 200_000, List.of(new Plan.Rule("guest_email", "email")))),
                        List.of("V4 audit"),
                        List.of(),
                        Duration.ofSeconds(150)));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact columnIsUnclassified(PactDslWithProvider cloner) {
        return plan(
                ProviderStates.ready(cloner)
                        .given(
                                "a column is unclassified",
                                Map.of("environment", PRODUCTION, "column", "people.profiles.address")),
                "a request for the plan of a clone of a source with an unclassified column",
                TEST,
                newJsonBody(plan -> {
                            tables(plan);
                            plan.minArrayLike(
                                    "schemaChanges",
                                    0,
                                    PactDslJsonRootValue.stringMatcher(ClonerContract.MIGRATION, "V4 audit"),
                                    1);
                            plan.array("unclassified", columns -> columns.stringValue("people.profiles.address"));
                            plan.stringMatcher("estimate", ClonerContract.DURATION, "PT2M30S");
                        })
                        .build());
    }

    @Test
    @PactTestFor(pactMethod = "columnIsUnclassified")
    void a_plan_says_what_nobody_has_decided_about(MockServer cloner) {
        var plan = at(cloner).clones().plan(into(TEST));

        assertThat(plan.unclassified()).containsExactly("people.profiles.address");
    }

    private static V4Pact plan(PactDslWithState state, String description, String target, DslPart plan) {
        return call(state, description, "POST", "/clones")
                .query("dryRun=true")
                .headers(ClonerContract.JSON)
                .body(CloneBody.exactly(into(target)))
                .willRespondWith()
                .status(200)
                .body(plan)
                .toPact(V4Pact.class);
    }

    /** Every table has this shape; one has this rule. */
    private static void tables(LambdaDslObject plan) {
        plan.arrayContaining(
                "tables",
                tables -> tables.object(table -> {
                    table.stringValue("name", "reservations.reservations");
                    table.integerType("rows", 200_000);
                    table.arrayContaining(
                            "rules",
                            rules -> rules.object(rule -> {
                                rule.stringValue("column", "guest_email");
                                rule.stringValue("domain", "email");
                            }));
                }));
    }

    private static CloneOptions into(String target) {
        return new CloneOptions(PRODUCTION, target, ALL_SYSTEMS, Optional.of(PROFILE), true, true, Optional.empty());
    }
}

package dev.treaty.pacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.canonical.ExamplePact;
import dev.treaty.pacts.errors.ErrorMessage;
import org.junit.jupiter.api.Test;

class AnyPactLintTest {

    @Test
    void what_is_wrong_in_any_pact_is_found() {
        var twice = ExamplePact.payment();
        ExamplePact.set(twice, "/request/headers", "{\"X\": [\"rk_live_1\"]}");
        var volatileValue = ExamplePact.payment();
        volatileValue.put("description", "another one");
        ExamplePact.set(volatileValue, "/response/matchingRules", "{}");
        var pact = ExamplePact.pact(twice, twice, volatileValue);

        assertThat(Lint.findingsInAnyPact("somewhere/a.json", pact.toString()))
                .extracting(ErrorMessage::where)
                .hasSize(3)
                .allMatch(where -> where.contains("somewhere/a.json"));
    }

    @Test
    void the_rules_of_this_repository_alone_do_not_apply() {
        var interaction = ExamplePact.payment();
        interaction.remove("providerStates");
        ExamplePact.set(interaction, "/response/generators", "{\"body\": {\"$.id\": {\"type\": \"Uuid\"}}}");

        assertThat(Lint.findingsInAnyPact(
                        "other.json", ExamplePact.pact(interaction).toString()))
                .isEmpty();
    }
}

package dev.treaty.pacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.canonical.ExamplePact;
import org.junit.jupiter.api.Test;

class PactLintTest {

    @Test
    void what_is_wrong_in_any_pact_is_found() {
        var twice = ExamplePact.payment();
        ExamplePact.set(twice, "/request/headers", "{\"X\": [\"rk_live_1\"]}");
        var volatileValue = ExamplePact.payment();
        volatileValue.put("description", "another one");
        ExamplePact.set(volatileValue, "/response/matchingRules", "{}");
        var pact = ExamplePact.pact(twice, twice, volatileValue);

        assertThat(PactLint.findings("somewhere/a.json", pact.toString()))
                .extracting(Finding::where)
                .hasSize(3)
                .allMatch(where -> where.contains("somewhere/a.json"));
    }

    @Test
    void what_only_this_house_asks_is_no_matter() {
        var interaction = ExamplePact.payment();
        interaction.remove("providerStates");
        ExamplePact.set(interaction, "/response/generators", "{\"body\": {\"$.id\": {\"type\": \"Uuid\"}}}");

        assertThat(PactLint.findings("other.json", ExamplePact.pact(interaction).toString()))
                .isEmpty();
    }
}

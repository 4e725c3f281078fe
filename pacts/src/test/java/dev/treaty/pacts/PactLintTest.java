package dev.treaty.pacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PactLintTest {

    @Test
    void what_is_wrong_in_any_pact_is_found() {
        var twice = Example.payment();
        Example.set(twice, "/request/headers", "{\"X\": [\"rk_live_1\"]}");
        var volatileValue = Example.payment();
        volatileValue.put("description", "another one");
        Example.set(volatileValue, "/response/matchingRules", "{}");
        var pact = Example.pact(twice, twice, volatileValue);

        assertThat(PactLint.findings("somewhere/a.json", pact.toString()))
                .extracting(Finding::where)
                .hasSize(3)
                .allMatch(where -> where.contains("somewhere/a.json"));
    }

    @Test
    void what_only_this_house_asks_is_no_matter() {
        var interaction = Example.payment();
        interaction.remove("providerStates");
        Example.set(interaction, "/response/generators", "{\"body\": {\"$.id\": {\"type\": \"Uuid\"}}}");

        assertThat(PactLint.findings("other.json", Example.pact(interaction).toString()))
                .isEmpty();
    }
}

package dev.treaty.pacts.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.treaty.pacts.compare.interaction.ContractChanges;
import dev.treaty.pacts.compare.interaction.InteractionChange;
import dev.treaty.pacts.compare.interaction.Verdict;
import dev.treaty.pacts.compare.source.ContractSources;
import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.pacts.testing.PactText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file with a Pact plugin is compared as far as it can be: what needs the plugin is told apart. */
class PluginInteractionsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void plain_interactions_are_judged_and_the_same_plugin_interactions_are_unchanged() {
        var changes = changes(
                pact(plugin("a report", "/report", "A,B", "[]"), PactText.get("/x", "1")),
                pact(plugin("a report", "/report", "A,B", "[]"), PactText.get("/x", "2")));

        assertThat(changes).extracting(InteractionChange::verdict).containsExactly(Verdict.NARROWED, Verdict.SAME);
    }

    @Test
    void what_no_provider_is_told_changes_nothing() {
        var interaction = plugin("a report", "/report", "A,B", "[]");
        var commented = interaction.replaceFirst(
                "\\{", "{\"key\": \"42\", \"comments\": {\"text\": [\"new\"]}, \"interactionMarkup\": {}, ");

        assertThat(changes(pact(interaction), pact(commented)))
                .extracting(InteractionChange::verdict)
                .containsExactly(Verdict.SAME);
    }

    @Test
    void another_answer_is_not_proven_and_the_plugin_is_named() {
        var changes = changes(
                pact(plugin("a report", "/report", "A,B", "[]")), pact(plugin("a report", "/report", "A", "[]")));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.verdict()).isEqualTo(Verdict.NOT_PROVEN);
            assertThat(change.undecided())
                    .containsExactly("the answer, which only the Pact plugin \"csv\" can compare");
        });
    }

    @Test
    void another_request_or_state_and_what_is_new_or_gone_are_known() {
        var before = pact(plugin("a report", "/report", "A,B", "[]"));

        assertThat(changes(before, pact(plugin("a report", "/other", "A,B", "[]"))))
                .extracting(InteractionChange::verdict)
                .containsExactly(Verdict.REQUEST_CHANGED);
        assertThat(changes(before, pact(plugin("a report", "/report", "A,B", "[{\"name\": \"a report exists\"}]"))))
                .extracting(InteractionChange::verdict, InteractionChange::states)
                .containsExactly(tuple(Verdict.STATE_CHANGED, "a report exists"));
        assertThat(changes(before, pact(plugin("another report", "/report", "A,B", "[]"))))
                .extracting(InteractionChange::verdict)
                .containsExactly(Verdict.NEW, Verdict.REMOVED);
    }

    @Test
    void an_interaction_that_is_broken_is_not_taken_for_removed() {
        var broken = PactText.get("/x", "1").replace("\"status\": 200", "\"status\": \"ok\"");

        assertThatThrownBy(() -> changes(
                        pact(PactText.get("/x", "1"), PactText.get("/y", "1")),
                        pact(broken, plugin("a report", "/report", "A", "[]"), PactText.get("/y", "1"))))
                .isInstanceOf(TreatyException.class)
                .hasMessageContaining("where: ")
                .hasMessageNotContaining("plugin");
    }

    private static String plugin(String description, String path, String content, String states) {
        return """
                {"type": "Synchronous/HTTP", "description": "%s", "providerStates": %s,
                 "pluginConfiguration": {"csv": {}},
                 "request": {"method": "GET", "path": "%s"},
                 "response": {"status": 200, "body": {"content": "%s", "contentType": "text/csv", "encoded": false},
                              "matchingRules": {"body": {"column:A": {"matchers": [{"match": "type"}]}}}}}""".formatted(description, states, path, content);
    }

    private static String pact(String... interactions) {
        return PactText.pact("web", "auth", interactions)
                .replace(
                        "\"metadata\": {",
                        "\"metadata\": {\"plugins\": [{\"name\": \"csv\", \"version\": \"0.0.6\", \"configuration\": {}}], ");
    }

    private List<InteractionChange> changes(String before, String after) {
        PactText.write(folder, "before.json", before);
        PactText.write(folder, "after.json", after);
        var sources = new ContractSources(folder, "pacts", () -> {
            throw new IllegalStateException("no broker is needed");
        });
        return ContractChanges.between(
                        sources.named("before.json").contracts(),
                        sources.named("after.json").contracts())
                .get(0)
                .interactions();
    }
}

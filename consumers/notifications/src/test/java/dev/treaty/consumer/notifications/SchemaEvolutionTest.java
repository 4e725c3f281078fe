package dev.treaty.consumer.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How a publisher may change an event: the recorded contract, which the publisher verifies before it
 * deploys, agrees with what notifications itself accepts.
 */
class SchemaEvolutionTest {

    private final RecordedContract renamed =
            RecordedContract.of("workspace-service", new WorkspaceEventsPactTest()::workspaceRenamed);

    @Test
    void a_field_may_be_added_anywhere() {
        var sent = renamed.example().put("traceparent", "00-42-42-01");
        data(sent).put("colour", "green").putObject("limits").put("rows", 50_000);

        assertThat(renamed.verify(sent)).isEmpty();
        assertThat(renamed.read(sent)).isEqualTo(renamed.read(renamed.example()));
    }

    @Test
    void a_renamed_field_breaks_the_contract_and_the_failure_names_the_consumer_and_the_field() {
        var sent = renamed.example();
        data(sent).set("title", data(sent).remove("name"));

        assertThat(renamed.verify(sent))
                .containsExactly("notifications - Generates message 'a workspace.renamed event':"
                        + " $.data Actual map is missing the following keys: name");
        assertThat(renamed.read(sent)).isEqualTo(new EventReadResult.Unreadable("it has no text at $.data.name"));
    }

    @Test
    void a_field_of_another_type_breaks_the_contract() {
        var sent = renamed.example();
        data(sent).put("version", "2");

        assertThat(renamed.verify(sent))
                .containsExactly("notifications - Generates message 'a workspace.renamed event':"
                        + " $.data.version Expected '2' (String) to be an integer");
        assertThat(renamed.read(sent)).isEqualTo(new EventReadResult.Unreadable("it has no integer at $.data.version"));
    }

    @Test
    void swapped_names_break_the_contract_although_both_are_strings() {
        var sent = renamed.example();
        data(sent).put("name", "Harvest").put("previousName", "Vintage");

        assertThat(renamed.verify(sent)).hasSize(2);
    }

    @Test
    void the_next_version_of_the_schema_is_another_event_and_not_a_substitute() {
        var sent = renamed.example().put("type", "dev.treaty.workspace.renamed.v2");

        assertThat(renamed.verify(sent))
                .containsExactly("notifications - Generates message 'a workspace.renamed event': $.type Expected"
                        + " 'dev.treaty.workspace.renamed.v2' (String) to be equal to"
                        + " 'dev.treaty.workspace.renamed.v1' (String)");
        assertThat(renamed.read(sent)).isInstanceOf(EventReadResult.UnsupportedSchema.class);
    }

    @Test
    void an_event_with_another_content_type_breaks_the_contract() {
        assertThat(renamed.verify("application/json", renamed.example()))
                .containsExactly("notifications - Generates message 'a workspace.renamed event': contentType Expected"
                        + " 'application/json' to match"
                        + " 'application/cloudevents\\+json(; ?charset=(utf|UTF)-8)?'");
    }

    @ParameterizedTest
    @MethodSource("dev.treaty.consumer.notifications.RecordedContract#all")
    void every_field_that_notifications_requires_is_needed(RecordedContract contract) {
        var example = contract.example();

        assertThat(contract.read(example)).isInstanceOf(EventReadResult.Read.class);
        assertThat(Json.values(example)).allSatisfy(field -> {
            var sent = Json.without(example, field);
            assertThat(contract.read(sent)).isInstanceOf(EventReadResult.Unreadable.class);
            assertThat(contract.verify(sent)).hasSize(1);
        });
    }

    private static ObjectNode data(ObjectNode event) {
        return (ObjectNode) event.path("data");
    }
}

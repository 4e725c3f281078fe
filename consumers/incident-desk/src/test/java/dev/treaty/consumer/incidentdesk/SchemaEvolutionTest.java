package dev.treaty.consumer.incidentdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the environment cloner may change its events: the recorded contract agrees with what the incident desk itself accepts. */
class SchemaEvolutionTest {

    @ParameterizedTest
    @MethodSource("dev.treaty.consumer.incidentdesk.RecordedContract#all")
    void a_field_may_be_added_anywhere(RecordedContract contract) {
        var sent = contract.example().put("traceparent", "00-42-42-01");
        ((ObjectNode) sent.path("data"))
                .put("colour", "green")
                .putObject("limits")
                .put("rows", 50_000);

        assertThat(contract.verify(sent)).isEmpty();
        assertThat(contract.read(sent)).isEqualTo(contract.read(contract.example()));
    }

    @ParameterizedTest
    @MethodSource("dev.treaty.consumer.incidentdesk.RecordedContract#all")
    void every_field_that_the_incident_desk_requires_is_needed(RecordedContract contract) {
        var example = contract.example();

        assertThat(contract.read(example)).isInstanceOf(EventReadResult.Read.class);
        assertThat(Json.values(example)).allSatisfy(field -> {
            var sent = Json.without(example, field);
            assertThat(contract.read(sent)).isInstanceOf(EventReadResult.Unreadable.class);
            assertThat(contract.verify(sent)).hasSize(1);
        });
    }
}

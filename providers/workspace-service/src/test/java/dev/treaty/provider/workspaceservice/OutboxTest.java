package dev.treaty.provider.workspaceservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.provider.service.outbox.Outbox;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** There is an event for every change, and none for anything else. */
class OutboxTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestUser ada = TestPlatform.newUser();

    @Test
    void every_change_of_a_workspace_is_reported_in_order() throws Exception {
        var id = ada.created("Harvest");
        ada.rename(id, "*", "Vintage");
        ada.invite(id, "grace@example.org", "editor");
        ada.delete(id, "*");

        var events = events(id);

        assertThat(events)
                .extracting(event -> event.get("type").asText())
                .containsExactly(
                        "dev.treaty.workspace.created.v1",
                        "dev.treaty.workspace.renamed.v1",
                        "dev.treaty.member.invited.v1",
                        "dev.treaty.workspace.deleted.v1");
        assertThat(events)
                .extracting(event -> event.get("data"))
                .containsExactly(
                        json("{'id':'%s','name':'Harvest','owner':'%s','version':1}", id, ada.id()),
                        json(
                                "{'id':'%s','name':'Vintage','owner':'%s','version':2,'previousName':'Harvest'}",
                                id, ada.id()),
                        json(
                                "{'workspace':{'id':'%s','name':'Vintage'},'email':'grace@example.org','role':'editor','invitedBy':'%s'}",
                                id, ada.id()),
                        json("{'id':'%s','name':'Vintage','owner':'%s','version':3}", id, ada.id()));
    }

    @Test
    void an_event_is_a_cloud_event() throws Exception {
        var id = ada.created("Harvest");

        var event = events(id).get(0);

        assertThat(event.get("specversion").asText()).isEqualTo("1.0");
        assertThat(event.get("id").asText()).matches("evt_[A-Za-z0-9]{20}");
        assertThat(event.get("source").asText()).isEqualTo("https://treaty.dev/services/workspace-service");
        assertThat(event.get("subject").asText()).isEqualTo(id);
        assertThat(event.get("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(event.get("datacontenttype").asText()).isEqualTo("application/json");
        assertThat(event.get("dataschema").asText()).isEqualTo("https://treaty.dev/schemas/workspace.created/v1");
    }

    @Test
    void refused_requests_and_requests_that_change_nothing_make_no_event() throws Exception {
        var other = ada.created("Orchard");
        var id = ada.created("Harvest");
        ada.invite(id, "grace@example.org", "editor");
        var before = events(id).size();

        ada.rename(id, "*", "Orchard");
        ada.rename(id, "*", "Harvest");
        ada.rename(id, "\"7\"", "Vintage");
        ada.invite(id, "grace@example.org", "editor");
        TestPlatform.newUser().delete(id, "*");
        ada.create("Harvest", "key-1");

        assertThat(events(id)).hasSize(before);
        assertThat(events(other)).hasSize(1);
    }

    @Test
    void a_repeated_creation_is_reported_once() throws Exception {
        String id = ada.create("Harvest", "key-1").path("id");
        ada.create("Harvest", "key-1");

        assertThat(events(id)).hasSize(1);
    }

    @Test
    void waiting_and_dead_events_are_counted_in_the_metrics() {
        ada.created("Harvest");

        var metrics = RestAssured.get(TestPlatform.service().url() + "/metrics").asString();

        assertThat(metrics).contains("outbox_dead{service=\"workspace-service\"} 0.0");
        assertThat(metrics).containsPattern("outbox_waiting\\{service=\"workspace-service\"} [1-9]");
    }

    private static List<JsonNode> events(String workspace) throws JsonProcessingException {
        var jdbi = TestPlatform.service().database().jdbi();
        var events = new ArrayList<JsonNode>();
        for (var event : jdbi.withHandle(handle -> Outbox.of(handle, workspace))) {
            events.add(JSON.readTree(event.content()));
        }
        return events;
    }

    private static JsonNode json(String template, Object... values) throws JsonProcessingException {
        return JSON.readTree(template.replace('\'', '"').formatted(values));
    }
}

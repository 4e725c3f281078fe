package dev.treaty.consumer.incidentdesk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which messages are events; the recording tests cover what is read in them. */
class EventReaderTest {

    private static final String REFUSAL = """
            {"specversion": "1.0", "id": "evt-42", "source": "https://treaty.dev/services/environment-cloner",
             "type": "dev.treaty.production.access-refused.v1", "subject": "production", "time": "2026-01-15T09:30:00Z",
             "datacontenttype": "application/json", "dataschema": "https://treaty.dev/schemas/production.access-refused/v1",
             "data": {"level": "critical", "environment": "production", "who": "usr_42", "what": "a clone", "wall": "kind"}}""";

    private static final EventId ID = new EventId("https://treaty.dev/services/environment-cloner", "evt-42");

    @Test
    void an_event_of_an_unknown_type_is_read_by_its_context() {
        assertThat(read(REFUSAL.replace("production.access-refused.v1", "clone.queued.v7")))
                .isEqualTo(new EventReadResult.Read(new Event.Unknown(ID, "dev.treaty.clone.queued.v7")));
    }

    @Test
    void an_event_in_another_version_of_its_schema_is_refused() {
        var type = "dev.treaty.production.access-refused.v2";

        var reading = read(REFUSAL.replace("dev.treaty.production.access-refused.v1", type));

        assertThat(reading)
                .isEqualTo(new EventReadResult.UnsupportedSchema(ID, type, "dev.treaty.production.access-refused.v1"));
        assertThat(((EventReadResult.Refused) reading).explanation()).isEqualTo("""
                An event has a schema that the incident desk does not read: dev.treaty.production.access-refused.v2.
                  where: event evt-42 from https://treaty.dev/services/environment-cloner
                  fix:   publish it as dev.treaty.production.access-refused.v1, too, until the incident desk reads the other one""");
    }

    @Test
    void a_data_schema_that_contradicts_the_type_is_refused() {
        assertThat(read(REFUSAL.replace("access-refused/v1", "access-refused/v2")))
                .isEqualTo(new EventReadResult.UnsupportedSchema(
                        ID,
                        "https://treaty.dev/schemas/production.access-refused/v2",
                        "https://treaty.dev/schemas/production.access-refused/v1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/json", "application/cloudevents-batch+json"})
    void another_content_type_is_not_a_structured_event(String contentType) {
        assertThat(EventReader.read(contentType, REFUSAL.getBytes(UTF_8)))
                .isEqualTo(new EventReadResult.Unreadable("its content type is not application/cloudevents+json"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "specversion": "1.0" | "specversion": "0.3" | it is of another version of CloudEvents than 1.0
            "id": "evt-42"       | "id": "evt\\nlevel=error" | it has no token of at most 255 visible ASCII characters at $.id
            "2026-01-15T09:30:00Z" | "yesterday"        | it has no RFC 3339 time at $.time
            "application/json"   | "application/xml"    | its $.datacontenttype is not application/json
            "data":              | "data_base64":       | it has no object at $.data
            "critical"           | "warning"            | its $.data.level is not critical
            "wall": "kind"       | "wall": "fence"      | it has no known word at $.data.wall
            "who": "usr_42"      | "who": 42            | it has no text at $.data.who
            """)
    void a_message_that_breaks_its_schema_is_reported_without_its_values(String good, String bad, String complaint) {
        var reading = read(REFUSAL.replace(good, bad));

        assertThat(reading).isEqualTo(new EventReadResult.Unreadable(complaint));
        assertThat(((EventReadResult.Refused) reading).explanation()).isEqualTo("""
                A message cannot be read as an event: %s.
                  where: the message that was delivered to the incident desk
                  fix:   verify its publisher against pacts/incident-desk-environment-cloner.json""".formatted(complaint));
    }

    private static EventReadResult read(String body) {
        return EventReader.read(EventReader.CONTENT_TYPE, body.getBytes(UTF_8));
    }
}

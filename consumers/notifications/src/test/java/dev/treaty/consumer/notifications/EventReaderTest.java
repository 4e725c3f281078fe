package dev.treaty.consumer.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which messages are events; the recording tests cover what is read in them. */
class EventReaderTest {

    private static final String REGISTRATION = """
            {"specversion": "1.0", "id": "evt-42", "source": "https://treaty.dev/services/auth-service",
             "type": "dev.treaty.user.registered.v1", "subject": "usr_42", "time": "2026-01-15T09:30:00Z",
             "datacontenttype": "application/json", "dataschema": "https://treaty.dev/schemas/user.registered/v1",
             "data": {"id": "usr_42", "email": "ada@example.org", "name": "Ada Lovelace"}}""";

    private static final EventId ID = new EventId("https://treaty.dev/services/auth-service", "evt-42");

    @Test
    void an_event_of_an_unknown_type_is_read_by_its_context() {
        assertThat(read(REGISTRATION.replace("user.registered.v1", "user.avatar-changed.v7")))
                .isEqualTo(new EventReadResult.Read(new Event.Unknown(ID, "dev.treaty.user.avatar-changed.v7")));
        assertThat(read("""
                {"specversion": "1.0", "id": "1", "source": "/elsewhere", "type": "com.example.thing"}"""))
                .isEqualTo(new EventReadResult.Read(
                        new Event.Unknown(new EventId("/elsewhere", "1"), "com.example.thing")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dev.treaty.user.registered.v2", "dev.treaty.user.registered.v11", "dev.treaty.user.registered"})
    void an_event_in_another_version_of_its_schema_is_refused(String type) {
        var reading = read(REGISTRATION.replace("dev.treaty.user.registered.v1", type));

        assertThat(reading).isEqualTo(new EventReadResult.UnsupportedSchema(ID, type, "dev.treaty.user.registered.v1"));
        assertThat(((EventReadResult.Refused) reading).explanation()).isEqualTo("""
                An event has a schema that notifications does not read: %s.
                  where: event evt-42 from https://treaty.dev/services/auth-service
                  fix:   publish it as dev.treaty.user.registered.v1, too, until notifications reads the other one""".formatted(type));
    }

    @Test
    void a_data_schema_that_contradicts_the_type_is_refused() {
        assertThat(read(REGISTRATION.replace("registered/v1", "registered/v2")))
                .isEqualTo(new EventReadResult.UnsupportedSchema(
                        ID,
                        "https://treaty.dev/schemas/user.registered/v2",
                        "https://treaty.dev/schemas/user.registered/v1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents+json",
                "application/cloudevents+json; charset=UTF-8",
                "Application/CloudEvents+JSON;charset=\"utf-8\""
            })
    void a_structured_event_is_recognized_by_its_content_type(String contentType) {
        assertThat(EventReader.read(contentType, REGISTRATION.getBytes(UTF_8)))
                .isInstanceOf(EventReadResult.Read.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/json",
                "application/cloudevents-batch+json",
                "application/cloudevents+json; charset=ISO-8859-1",
                "application/cloudevents+avro"
            })
    void another_content_type_is_not_a_structured_event(String contentType) {
        assertThat(EventReader.read(contentType, REGISTRATION.getBytes(UTF_8)))
                .isEqualTo(new EventReadResult.Unreadable("its content type is not application/cloudevents+json"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "specversion": "1.0"     | "specversion": "0.3"      | it is of another version of CloudEvents than 1.0
            "id": "evt-42"           | "id": ""                  | it has no text at $.id
            "id": "evt-42"           | "id": 42                  | it has no text at $.id
            "id": "evt-42"           | "id": "evt\\nlevel=error" | it has no token of at most 255 visible ASCII characters at $.id
            "time": "2026-01-15T09:30:00Z" | "time": "yesterday" | it has no RFC 3339 time at $.time
            "application/json"       | "application/xml"         | its $.datacontenttype is not application/json
            "data":                  | "data_base64":            | it has no object at $.data
            "ada@example.org"        | "ada@example.org, eve@example.org" | it has no e-mail address at $.data.email
            """)
    void a_message_that_breaks_its_schema_is_reported_without_its_values(String good, String bad, String complaint) {
        var reading = read(REGISTRATION.replace(good, bad));

        assertThat(reading).isEqualTo(new EventReadResult.Unreadable(complaint));
        assertThat(((EventReadResult.Refused) reading).explanation()).isEqualTo("""
                A message cannot be read as an event: %s.
                  where: the message that was delivered to notifications
                  fix:   verify its publisher against pacts/notifications-<publisher>.json""".formatted(complaint));
    }

    @Test
    void a_message_that_is_not_a_json_object_is_not_an_event() {
        Map.of(
                        "",
                        "it is not a JSON object",
                        "null",
                        "it is not a JSON object",
                        "[" + REGISTRATION + "]",
                        "it is not a JSON object",
                        "<event/>",
                        "it is not JSON",
                        REGISTRATION + REGISTRATION,
                        "it is not JSON",
                        REGISTRATION.substring(0, 100),
                        "it is not JSON")
                .forEach((body, complaint) ->
                        assertThat(read(body)).isEqualTo(new EventReadResult.Unreadable(complaint)));
    }

    @Test
    void a_time_may_have_another_offset_and_parts_of_a_second() {
        assertThat(read(REGISTRATION.replace("09:30:00Z", "10:30:00.000+01:00")))
                .isEqualTo(read(REGISTRATION));
    }

    private static EventReadResult read(String body) {
        return EventReader.read(EventReader.CONTENT_TYPE, body.getBytes(UTF_8));
    }
}

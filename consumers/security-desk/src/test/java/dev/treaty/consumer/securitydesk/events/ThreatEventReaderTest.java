package dev.treaty.consumer.securitydesk.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which messages are events; the recording tests cover what is read in them. */
class ThreatEventReaderTest {

    private static final String KEY_EXPIRES = """
            {"specversion": "1.0", "id": "evt-42", "source": "https://treaty.dev/services/threat-intelligence",
             "type": "dev.treaty.source.key-expires.v1", "subject": "misp", "time": "2026-01-15T09:30:00Z",
             "data": {"source": "misp", "expiresOn": "2026-01-22"}}""";

    @Test
    void an_event_of_an_unknown_type_is_left_alone() {
        assertThat(read(KEY_EXPIRES.replace("source.key-expires.v1", "source.renamed.v7")))
                .isEqualTo(new ThreatEvent.Unknown("dev.treaty.source.renamed.v7"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "specversion": "1.0"     | "specversion": "0.3"       | it is of another version of CloudEvents than 1.0
            "expiresOn": "2026-01-22"| "expiresOn": "soon"        | it has no day at expiresOn
            "source": "misp"         | "source": 42               | it has no text at source
            {"specversion"           | specversion                | it is not JSON
            """)
    void a_message_that_breaks_its_schema_is_reported_without_its_values(String good, String bad, String complaint) {
        assertThatThrownBy(() -> read(KEY_EXPIRES.replace(good, bad)))
                .isInstanceOf(UnreadableThreatEvent.class)
                .hasMessage("""
                        A message cannot be read as an event: %s.
                          where: the message that was delivered to the security desk
                          fix:   verify its publisher against pacts/security-desk-threat-intelligence.json""".formatted(complaint));
    }

    @Test
    void another_content_type_is_not_a_structured_event() {
        assertThatThrownBy(() -> ThreatEventReader.read("application/json", KEY_EXPIRES.getBytes(UTF_8)))
                .isInstanceOf(UnreadableThreatEvent.class);
    }

    private static ThreatEvent read(String body) {
        return ThreatEventReader.read("application/cloudevents+json; charset=utf-8", body.getBytes(UTF_8));
    }
}

package dev.treaty.consumer.apigateway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.apigateway.auth.ClientAddress;
import dev.treaty.consumer.apigateway.http.RequestId;
import dev.treaty.consumer.apigateway.http.Timeouts;
import dev.treaty.consumer.apigateway.workspaces.EntityTag;
import dev.treaty.consumer.apigateway.workspaces.IdempotencyKey;
import dev.treaty.consumer.apigateway.workspaces.IfMatch;
import dev.treaty.consumer.apigateway.workspaces.MemberId;
import dev.treaty.consumer.apigateway.workspaces.WorkspaceId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Values from a caller must not control where the gateway's call goes, or what else it contains. */
class ValuesTest {

    @Test
    void a_workspaces_id_cannot_lead_to_another_path() {
        assertThatCode(() -> new WorkspaceId("ws_Ab-42")).doesNotThrowAnyException();
        for (var id : new String[] {"", "..", "ws_42/members", "ws_42?x", "ws_%2e", "ws 42", "x".repeat(65)}) {
            assertThatThrownBy(() -> new WorkspaceId(id))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("""
                            A workspace's id is not 1 to 64 letters, digits, hyphens or underscores.
                              where: an id of %d characters
                              fix:   refuse the caller with 404: there can be no such workspace""".formatted(id.length()));
        }
    }

    @Test
    void a_members_id_cannot_lead_to_another_path() {
        assertThatCode(() -> new MemberId("inv_Ab-42")).doesNotThrowAnyException();
        for (var id : new String[] {"", "..", "inv_42/join", "inv_42?x", "inv_%2e", "x".repeat(65)}) {
            assertThatThrownBy(() -> new MemberId(id))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("""
                            A member's id is not 1 to 64 letters, digits, hyphens or underscores.
                              where: an id of %d characters
                              fix:   refuse the caller with 404: there can be no such member""".formatted(id.length()));
        }
    }

    @Test
    void a_clients_address_is_exactly_one() {
        assertThatCode(() -> new ClientAddress("2001:db8::7")).doesNotThrowAnyException();
        for (var address : new String[] {"", "203.0.113.7, 10.0.0.1", "203.0.113.7\r\nX-Role: admin", "localhost"}) {
            assertThatThrownBy(() -> new ClientAddress(address))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("""
                            A client's address is not an IPv4 or IPv6 address.
                              where: an address of %d characters
                              fix:   take the address of the connection, or what a trusted proxy says in X-Forwarded-For""".formatted(address.length()));
        }
    }

    @Test
    void a_request_id_cannot_forge_a_line_of_a_log() {
        for (var id : new String[] {"short", "req-0042\nlevel=error", "x".repeat(65)}) {
            assertThatThrownBy(() -> new RequestId(id))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("""
                            A request id is not 8 to 64 letters, digits or hyphens.
                              where: an X-Request-Id of %d characters
                              fix:   assign the request a new id""".formatted(id.length()));
        }
    }

    @Test
    void an_idempotency_key_cannot_add_a_header() {
        for (var key : new String[] {"", "key\r\nX-Role: admin", "k\u00e9y", "x".repeat(256)}) {
            assertThatThrownBy(() -> new IdempotencyKey(key))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("""
                            An idempotency key is not 1 to 255 visible ASCII characters.
                              where: an Idempotency-Key of %d characters
                              fix:   refuse the caller with 400""".formatted(key.length()));
        }
    }

    @Test
    void an_entity_tag_is_exactly_one() {
        assertThatCode(() -> new EntityTag("W/\"1\"")).doesNotThrowAnyException();
        for (var tag : new String[] {"", "1", "*", "\"1\", \"2\"", "\"1\"\r\nX-Role: admin"}) {
            assertThatThrownBy(() -> new EntityTag(tag))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("""
                            An entity tag is not a string in double quotes.
                              where: an ETag of %d characters
                              fix:   refuse the caller with 400; RFC 9110, section 8.8.3 has the syntax""".formatted(tag.length()));
        }
    }

    @Test
    void an_if_match_is_a_list_of_entity_tags_or_a_star() {
        for (var value : new String[] {"*", " * ", "\"1\"", "\"1\", W/\"2\"", ",\"a,b\",", "\"1\",".repeat(5_000)}) {
            assertThatCode(() -> new IfMatch(value)).doesNotThrowAnyException();
        }
        for (var value : new String[] {"", ",", "1", "*, \"1\"", "\"1\" \"2\"", "\"1\"\r\nX-Role: admin"}) {
            assertThatThrownBy(() -> new IfMatch(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("""
                        An If-Match is neither * nor a list of entity tags.
                          where: an If-Match of %d characters
                          fix:   refuse the caller with 400; RFC 9110, section 13.1.1 has the syntax\
                        """.formatted(value.length()));
        }
    }

    @Test
    void a_time_out_of_zero_is_refused() {
        assertThatThrownBy(() -> new Timeouts(Duration.ofSeconds(1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        A time-out is not longer than zero.
                          where: connect PT1S, call PT0S
                          fix:   allow a call at least a few milliseconds""");
    }
}

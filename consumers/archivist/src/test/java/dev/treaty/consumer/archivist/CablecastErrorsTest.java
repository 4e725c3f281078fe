package dev.treaty.consumer.archivist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.archivist.connection.CablecastException.Rejected;
import dev.treaty.consumer.archivist.connection.CablecastException.Unauthorized;
import dev.treaty.consumer.archivist.connection.CablecastException.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CablecastErrorsTest {

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 409, 422})
    void what_cablecast_does_not_accept_is_rejected_with_its_reason(int status) {
        try (var cablecast = ScriptedCablecast.failing(status, "The location does not exist")) {
            var shows = cablecast.client().shows();

            assertThatThrownBy(() -> shows.create(new NewShow("Council", "", 9)))
                    .isInstanceOf(Rejected.class)
                    .hasMessage("""
                            Cablecast rejected the request (HTTP %d): The location does not exist
                              where: POST %s/cablecastapi/v1/shows
                              fix:   send what Cablecast accepts; the same request will be rejected again""".formatted(status, cablecast.address()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void what_may_succeed_later_is_unavailable(int status) {
        try (var cablecast = ScriptedCablecast.failing(status, "")) {
            var vods = cablecast.client().vods();

            assertThatThrownBy(vods::configurations)
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("(HTTP %d).".formatted(status))
                    .hasMessageEndingWith("fix:   try again later");
        }
    }

    @Test
    void a_post_without_a_response_may_have_been_carried_out() {
        try (var cablecast = ScriptedCablecast.failing(503, "")) {
            var vods = cablecast.client().vods();

            assertThatThrownBy(() -> vods.create(42, 3))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageEndingWith("fix:   check whether it was carried out before you post it again");
            assertThat(cablecast.requests()).hasSize(1);
        }
    }

    @Test
    void a_user_who_may_not_write_is_unauthorized() {
        try (var cablecast = ScriptedCablecast.failing(403, "")) {
            var vods = cablecast.client().vods();

            assertThatThrownBy(() -> vods.create(42, 3))
                    .isInstanceOf(Unauthorized.class)
                    .hasMessageStartingWith("Cablecast refused user \"archivist\" (HTTP 403).")
                    .hasMessageNotContaining("password-42");
        }
    }
}

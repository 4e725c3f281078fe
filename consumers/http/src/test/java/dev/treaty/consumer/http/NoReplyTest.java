package dev.treaty.consumer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.treaty.consumer.http.HttpApiException.NoReply;
import dev.treaty.consumer.http.HttpApiException.UnreadableReply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NoReplyTest {

    private static final Timeouts PATIENT = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20));
    private static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(10), Duration.ofMillis(200));
    private static final HttpCall GET = HttpCall.get("/books");
    private static final HttpCall POST = HttpCall.post("/books").json(Map.of("title", "secret-42"));

    @Test
    void a_silent_server_is_given_up_and_a_post_may_have_been_carried_out() throws IOException {
        try (var server = BrokenServer.silent()) {
            var noReply = catchThrowableOfType(
                    NoReply.class, () -> at(server.address(), SHORT).send(POST));

            assertThat(noReply).hasMessage("""
                    Library did not respond within 200 ms.
                      where: POST %s/books
                      fix:   check whether it was carried out before you send it again""".formatted(server.address()));
            assertThat(noReply.mayHaveBeenCarriedOut()).isTrue();
        }
    }

    @Test
    void a_body_that_never_ends_is_given_up_and_the_connection_closed() throws Exception {
        try (var server = BrokenServer.endless()) {
            var noReply = catchThrowableOfType(
                    NoReply.class, () -> at(server.address(), SHORT).send(GET));

            assertThat(noReply)
                    .hasMessageStartingWith("Library did not respond within 200 ms.")
                    .hasMessageEndingWith("fix:   try again later");
            assertThat(noReply.mayHaveBeenCarriedOut()).isFalse();
            assertThat(server.isLeftAlone()).isTrue();
        }
    }

    @Test
    void a_connection_that_breaks_is_no_reply() throws IOException {
        try (var server = BrokenServer.hangingUp()) {
            assertThatThrownBy(() -> at(server.address(), PATIENT).send(POST))
                    .isInstanceOf(NoReply.class)
                    .hasMessageStartingWith("Library closed the connection before it had responded.");
        }
    }

    @Test
    void a_port_without_a_server_has_certainly_carried_out_nothing() throws IOException {
        var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();
        var address = URI.create("http://127.0.0.1:" + closed.getLocalPort());

        var noReply =
                catchThrowableOfType(NoReply.class, () -> at(address, PATIENT).send(POST));

        assertThat(noReply).hasMessage("""
                Library cannot be reached.
                  where: POST %s/books
                  fix:   check that it is running at this address, and try again later""".formatted(address));
        assertThat(noReply.mayHaveBeenCarriedOut()).isFalse();
    }

    @Test
    void a_body_far_too_large_is_cut_off() throws Exception {
        try (var server = BrokenServer.flooding()) {
            assertThatThrownBy(() -> at(server.address(), PATIENT).send(GET))
                    .isInstanceOf(UnreadableReply.class)
                    .hasMessageStartingWith("Library responded with more than 16777216 bytes.");
            assertThat(server.isLeftAlone()).isTrue();
        }
    }

    @Test
    void a_thread_that_is_interrupted_while_it_waits_stays_interrupted() throws IOException {
        try (var server = BrokenServer.silent()) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> at(server.address(), PATIENT).send(GET))
                    .isInstanceOf(NoReply.class)
                    .hasMessageStartingWith("The wait for Library was interrupted.");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static HttpApi at(URI address, Timeouts timeouts) {
        return new HttpApi("Library", address, Map.of("Authorization", "Bearer secret-42"), timeouts);
    }
}

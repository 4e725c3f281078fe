package dev.treaty.consumer.apigateway;

import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.TIMEOUTS;
import static dev.treaty.consumer.apigateway.http.Responses.unavailabilityOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.apigateway.auth.AuthService;
import dev.treaty.consumer.apigateway.auth.Credentials;
import dev.treaty.consumer.apigateway.auth.Password;
import dev.treaty.consumer.apigateway.http.BrokenService;
import dev.treaty.consumer.apigateway.http.RequestId;
import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Reason;
import dev.treaty.consumer.apigateway.http.ServiceStandIn;
import dev.treaty.consumer.apigateway.http.Timeouts;
import dev.treaty.consumer.apigateway.workspaces.PageRequest;
import dev.treaty.consumer.apigateway.workspaces.WorkspaceService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnavailableServiceTest {

    private static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(10), Duration.ofMillis(300));
    private static final RequestId REQUEST = CALLER.requestId();
    private static final Credentials ADA = new Credentials("ada@example.org", new Password("secret"));

    @Test
    void a_silent_service_has_timed_out() throws IOException {
        try (var service = BrokenService.silent()) {
            var response =
                    unavailabilityOf(new AuthService(service.address(), SHORT).signIn(ADA, Optional.empty(), REQUEST));

            assertThat(response.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(response.explanation()).isEqualTo("""
                    auth-service did not respond within 300 ms.
                      where: POST %s/sessions, request req-00000042
                      fix:   see what keeps auth-service busy, or allow calls more time""".formatted(service.address()));
        }
    }

    @Test
    void the_connection_is_closed_after_a_time_out() throws Exception {
        try (var service = BrokenService.silent()) {
            var response = unavailabilityOf(new AuthService(service.address(), SHORT).keySet(REQUEST));

            assertThat(response.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(service.isLeftAlone()).isTrue();
        }
    }

    @Test
    void a_body_that_never_ends_has_timed_out() throws IOException {
        try (var service = BrokenService.endless()) {
            var response = new WorkspaceService(service.address(), SHORT).list(PageRequest.first(2), CALLER);

            assertThat(unavailabilityOf(response).reason()).isEqualTo(Reason.TIMED_OUT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nX-Never: ",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\n\r\nHTTP"
            })
    void a_response_whose_header_never_ends_has_timed_out(String start) throws Exception {
        try (var service = BrokenService.stoppingAfter(start)) {
            var response = new WorkspaceService(service.address(), SHORT).list(PageRequest.first(2), CALLER);

            assertThat(unavailabilityOf(response).reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(service.isLeftAlone()).isTrue();
        }
    }

    /** Java's client counts them from some version on; before that, the time limit ends the call. */
    @ParameterizedTest
    @MethodSource
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void endless_header_fields_and_interim_responses_end_the_call(String start, String lines) throws Exception {
        try (var service = BrokenService.repeating(start, lines)) {
            var response = new WorkspaceService(service.address(), SHORT).list(PageRequest.first(2), CALLER);

            assertThat(unavailabilityOf(response).reason()).isIn(Reason.TIMED_OUT, Reason.DISCONNECTED);
        }
    }

    static Stream<Arguments> endless_header_fields_and_interim_responses_end_the_call() {
        return Stream.of(
                Arguments.of("HTTP/1.1 200 OK\r\n", "X-Many: again\r\n"),
                Arguments.of("", "HTTP/1.1 100 Continue\r\n\r\n"),
                Arguments.of("", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"));
    }

    @Test
    void a_refused_connection_is_always_safe_to_repeat() throws IOException {
        try (var bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // bound, but not listening
            var address = URI.create("http://127.0.0.1:" + bound.getLocalPort());

            var response = unavailabilityOf(new AuthService(address, TIMEOUTS).signIn(ADA, Optional.empty(), REQUEST));

            assertThat(response.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(response.repeatable()).isTrue();
            assertThat(response.explanation()).isEqualTo("""
                    auth-service cannot be reached.
                      where: POST %s/sessions, request req-00000042
                      fix:   check that auth-service is running, and that the gateway has the right address""".formatted(address));
        }
    }

    @Test
    void a_call_that_changes_something_is_not_resent_after_a_broken_connection() throws IOException {
        try (var service = BrokenService.hangingUp()) {
            var response = unavailabilityOf(
                    new AuthService(service.address(), TIMEOUTS).signIn(ADA, Optional.empty(), REQUEST));

            assertThat(service.connections()).isEqualTo(1);
            assertThat(response.reason()).isEqualTo(Reason.DISCONNECTED);
            assertThat(response.repeatable()).isFalse();
            assertThat(response.explanation()).isEqualTo("""
                    auth-service closed the connection before it responded.
                      where: POST %s/sessions, request req-00000042
                      fix:   look for the request in the log of auth-service; it may have crashed or been restarted""".formatted(service.address()));
        }
    }

    @Test
    void a_failure_keeps_when_to_try_again_and_not_the_body_of_the_response() throws IOException {
        var headers = Map.of("Content-Type", "application/problem+json", "Retry-After", "5");
        try (var service =
                ServiceStandIn.respondingWith(503, headers, "{\"detail\":\"the database is at 10.0.0.7\"}")) {
            var response = unavailabilityOf(
                    new WorkspaceService(service.address(), TIMEOUTS).list(PageRequest.after("secret", 2), CALLER));

            assertThat(response)
                    .isEqualTo(new ServiceResponse.Unavailable<>(
                            Reason.FAILED, true, Optional.of("5"), """
                    workspace-service failed with status 503.
                      where: GET %s/workspaces, request req-00000042
                      fix:   look for the request in the log of workspace-service""".formatted(service.address())));
        }
    }

    @Test
    void an_interrupted_wait_ends_at_once_and_the_thread_stays_interrupted() throws IOException {
        try (var service = BrokenService.silent()) {
            var authService = new AuthService(service.address(), TIMEOUTS);

            Thread.currentThread().interrupt();
            var response = unavailabilityOf(authService.keySet(REQUEST));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(response.reason()).isEqualTo(Reason.INTERRUPTED);
            assertThat(response.explanation()).isEqualTo("""
                    auth-service had not responded when the waiting thread was interrupted.
                      where: GET %s/.well-known/jwks.json, request req-00000042
                      fix:   nothing if the gateway is stopping; otherwise find out who interrupts its threads""".formatted(service.address()));
        }
    }
}

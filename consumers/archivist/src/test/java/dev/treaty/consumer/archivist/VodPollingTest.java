package dev.treaty.consumer.archivist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.archivist.connection.CablecastException;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VodPollingTest {

    private final FakePollingClock time = new FakePollingClock();

    @Test
    void a_vod_is_polled_until_it_is_complete() throws InterruptedException {
        try (var cablecast = ScriptedCablecast.respondingWith(
                status("queued", 0), status("processing", 45), status("complete", 100))) {

            var transcoding = time.polling(cablecast.client().vods()).await(72);

            assertThat(transcoding).isEqualTo(new TranscodingResult.Complete());
            assertThat(time.pauses()).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10));
            assertThat(cablecast.requests()).hasSize(3).containsOnly("GET /cablecastapi/v1/vodstatuses/72");
        }
    }

    @ParameterizedTest
    @CsvSource({"error,ERROR", "permanentFailure,PERMANENT_FAILURE", "disabled,DISABLED"})
    void polling_stops_when_the_transcoding_has_failed(String vodState, VodState state) throws InterruptedException {
        try (var cablecast = ScriptedCablecast.respondingWith(status("processing", 45), status(vodState, 45))) {

            var transcoding = time.polling(cablecast.client().vods()).await(72);

            assertThat(transcoding).isEqualTo(new TranscodingResult.Failed(new VodStatus(state, 45, "")));
            assertThat(time.pauses()).hasSize(1);
        }
    }

    @Test
    void the_last_request_is_sent_at_the_deadline() throws InterruptedException {
        var responses = Collections.nCopies(20, status("waiting", 0)).toArray(String[]::new);
        try (var cablecast = ScriptedCablecast.respondingWith(responses)) {

            var transcoding = time.polling(cablecast.client().vods()).await(72);

            assertThat(transcoding).isEqualTo(new TranscodingResult.Unfinished(new VodStatus(VodState.WAITING, 0, "")));
            assertThat(time.pauses()).hasSize(6);
            assertThat(cablecast.requests()).hasSize(7);
        }
    }

    @Test
    void polling_continues_during_an_unknown_state() throws InterruptedException {
        try (var cablecast = ScriptedCablecast.respondingWith(status("polishing", 99), status("complete", 100))) {

            assertThat(time.polling(cablecast.client().vods()).await(72)).isEqualTo(new TranscodingResult.Complete());
        }
    }

    @Test
    void cablecast_may_be_unavailable_in_between() throws InterruptedException {
        try (var cablecast = ScriptedCablecast.unavailableOnceThenRespondingWith(status("complete", 100))) {

            assertThat(time.polling(cablecast.client().vods()).await(72)).isEqualTo(new TranscodingResult.Complete());
        }
    }

    @Test
    void cablecast_that_is_down_until_the_deadline_is_unavailable() {
        try (var cablecast = ScriptedCablecast.respondingWith()) {
            var polling = time.polling(cablecast.client().vods());

            assertThatThrownBy(() -> polling.await(72)).isInstanceOf(CablecastException.Unavailable.class);
            assertThat(time.pauses()).hasSize(6);
        }
    }

    @Test
    void an_interrupt_ends_the_wait() {
        try (var cablecast = ScriptedCablecast.respondingWith(status("processing", 45))) {
            var vods = cablecast.client().vods();
            var policy = new PollingPolicy(Duration.ofHours(1), Duration.ofHours(2));
            var polling = new VodPolling(vods, policy, new PollingClock() {
                @Override
                public Duration elapsed() {
                    return Duration.ZERO;
                }

                @Override
                public void pause(Duration pause) throws InterruptedException {
                    throw new InterruptedException("asked to stop");
                }
            });

            assertThatThrownBy(() -> polling.await(72)).isInstanceOf(InterruptedException.class);
        }
    }

    private static String status(String vodState, int percent) {
        return "{\"vodStatus\":{\"id\":72,\"vodState\":\"%s\",\"percentComplete\":%d,\"errorMessage\":null}}"
                .formatted(vodState, percent);
    }
}

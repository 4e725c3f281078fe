package dev.treaty.consumer.environmentconsole.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.environmentconsole.EnvironmentCloner;
import dev.treaty.consumer.environmentconsole.clones.CloneState;
import dev.treaty.consumer.environmentconsole.clones.EnvironmentClone;
import dev.treaty.consumer.environmentconsole.clones.Observation;
import dev.treaty.consumer.environmentconsole.clones.Progress;
import dev.treaty.consumer.environmentconsole.connection.NoResponse;
import dev.treaty.consumer.environmentconsole.connection.Timeouts;
import dev.treaty.consumer.environmentconsole.display.ProgressView;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long a service that does not respond is asked again, and how often one that does. */
class PatienceTest {

    /** Nothing listens there. */
    private final EnvironmentCloner cloner =
            new EnvironmentCloner(URI.create("http://127.0.0.1:1"), Optional.empty(), Timeouts.USUAL);

    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    @Test
    void a_service_is_asked_again_for_a_minute_and_this_is_said_once() {
        var patience = new Patience(pauses::add, shown::add);

        assertThatThrownBy(() -> patience.ask(() -> cloner.environments().list()))
                .isInstanceOf(NoResponse.class);

        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(55), Duration.ofSeconds(65));
        assertThat(shown)
                .containsExactly(
                        "The environment cloner did not respond at all (ConnectException). Asking again for a minute.");
    }

    @Test
    void a_service_may_not_be_asked_in_a_tight_loop() {
        watch(Duration.ZERO);

        assertThat(pauses.get(0)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void a_service_may_not_make_the_console_look_frozen() {
        watch(Duration.ofDays(1));

        assertThat(pauses.get(0)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void the_line_of_the_progress_is_ended_before_a_notice() {
        watch(Duration.ofSeconds(1));

        assertThat(shown.subList(0, 2)).containsExactly("cln_42", "end of the line");
        assertThat(shown.get(2)).startsWith("The environment cloner did not respond");
    }

    private void watch(Duration lookAgainIn) {
        var view = new ProgressView() {
            @Override
            public void show(EnvironmentClone clone) {
                shown.add(clone.id());
            }

            @Override
            public void end() {
                shown.add("end of the line");
            }
        };
        var watch = new CloneWatch(cloner.clones(), view, pauses::add, shown::add);

        assertThatThrownBy(() -> watch.untilOver(new Observation(queued(), lookAgainIn)))
                .isInstanceOf(NoResponse.class);
    }

    private static EnvironmentClone queued() {
        return new EnvironmentClone(
                "cln_42",
                "production",
                "training",
                CloneState.QUEUED,
                Optional.empty(),
                new Progress(0, 0, 0, 0, 0, 0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

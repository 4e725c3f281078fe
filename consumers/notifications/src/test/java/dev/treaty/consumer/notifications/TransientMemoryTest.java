package dev.treaty.consumer.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TransientMemoryTest {

    private final TransientMemory memory = new TransientMemory(2);

    @Test
    void work_is_done_once() {
        assertThat(memory.once(event(1), () -> {})).isTrue();
        assertThat(memory.once(event(1), () -> {
                    throw new AssertionError("done again");
                }))
                .isFalse();
    }

    @Test
    void work_that_failed_is_not_done() {
        assertThatThrownBy(() -> memory.once(event(1), () -> {
                    throw new MailNotTaken("the mail system is away");
                }))
                .isInstanceOf(MailNotTaken.class);

        assertThat(memory.once(event(1), () -> {})).isTrue();
    }

    @Test
    void what_was_done_first_is_forgotten_first() {
        for (var number = 1; number <= 3; number++) {
            memory.once(event(number), () -> {});
        }

        assertThat(memory.once(event(3), () -> {})).isFalse();
        assertThat(memory.once(event(2), () -> {})).isFalse();
        assertThat(memory.once(event(1), () -> {})).isTrue();
    }

    @Test
    void of_a_workspaces_versions_the_newest_counts() {
        assertThat(memory.newestVersion("ws_42")).isEmpty();

        memory.rememberVersion("ws_42", 3);
        memory.rememberVersion("ws_42", 2);

        assertThat(memory.newestVersion("ws_42")).hasValue(3);
    }

    private static EventId event(int number) {
        return new EventId("https://treaty.dev/services/auth-service", "evt-" + number);
    }
}

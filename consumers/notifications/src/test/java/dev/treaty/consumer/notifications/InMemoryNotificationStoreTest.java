package dev.treaty.consumer.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InMemoryNotificationStoreTest {

    private final InMemoryNotificationStore store = new InMemoryNotificationStore(2);

    @Test
    void work_is_done_once() {
        assertThat(store.processOnce(event(1), () -> {})).isTrue();
        assertThat(store.processOnce(event(1), () -> {
                    throw new AssertionError("done again");
                }))
                .isFalse();
    }

    @Test
    void work_that_failed_is_not_done() {
        assertThatThrownBy(() -> store.processOnce(event(1), () -> {
                    throw new MailNotSent("the mail system is down");
                }))
                .isInstanceOf(MailNotSent.class);

        assertThat(store.processOnce(event(1), () -> {})).isTrue();
    }

    @Test
    void the_oldest_event_is_forgotten_first() {
        for (var number = 1; number <= 3; number++) {
            store.processOnce(event(number), () -> {});
        }

        assertThat(store.processOnce(event(3), () -> {})).isFalse();
        assertThat(store.processOnce(event(2), () -> {})).isFalse();
        assertThat(store.processOnce(event(1), () -> {})).isTrue();
    }

    @Test
    void only_the_newest_version_of_a_workspace_is_kept() {
        assertThat(store.newestVersion("ws_42")).isEmpty();

        store.rememberVersion("ws_42", 3);
        store.rememberVersion("ws_42", 2);

        assertThat(store.newestVersion("ws_42")).hasValue(3);
    }

    private static EventId event(int number) {
        return new EventId("https://treaty.dev/services/auth-service", "evt-" + number);
    }
}

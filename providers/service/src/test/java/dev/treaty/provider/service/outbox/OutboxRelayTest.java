package dev.treaty.provider.service.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.provider.service.database.Database;
import dev.treaty.provider.testing.ManualClock;
import dev.treaty.provider.testing.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

    private static final int ATTEMPTS = 3;

    private static final TestDatabases DATABASES =
            new TestDatabases(Database.embedded(), url -> open(url).close());

    private final Database database = open(DATABASES.create());
    private final RecordingPublisher receiver = new RecordingPublisher();
    private final ManualClock clock = ManualClock.at(Instant.now().plus(Duration.ofMinutes(1)));

    @AfterEach
    void close() {
        database.close();
    }

    /** Ends a relay as a kill would: nothing catches it, and nothing runs after it. */
    private static final class Killed extends Error {}

    @Test
    void events_are_published_once_and_in_order() throws Exception {
        write("ws_1", "a", "b");
        write("ws_2", "c");

        relay(receiver).drain();
        relay(receiver).drain();

        assertThat(receiver.deliveries()).containsExactly("a", "b", "c");
        assertThat(waiting()).isZero();
    }

    @Test
    void a_relay_killed_between_publishing_and_marking_loses_no_event_and_repeats_it_under_the_same_id()
            throws Exception {
        write("ws_1", "a", "b", "c");
        var killed = relay((id, content) -> {
            receiver.publish(id, content);
            if (id.equals("b")) {
                throw new Killed();
            }
        });

        assertThatThrownBy(killed::drain).isInstanceOf(Killed.class);
        assertThat(receiver.seen()).containsExactly("a", "b");
        relay(receiver).drain();

        assertThat(receiver.deliveries()).containsExactly("a", "b", "b", "c");
        assertThat(receiver.seen()).containsExactly("a", "b", "c");
        assertThat(waiting()).isZero();
    }

    @Test
    void a_failure_delays_only_events_about_the_same_subject() throws Exception {
        write("ws_1", "a", "b");
        write("ws_2", "c", "d");
        receiver.refuse("a");
        var relay = relay(receiver);

        relay.drain();
        assertThat(receiver.seen()).containsExactly("c", "d");

        receiver.refuse("nothing");
        relay.drain();
        assertThat(receiver.seen()).as("not yet due").containsExactly("c", "d");

        clock.advance(Duration.ofSeconds(1));
        relay.drain();
        assertThat(receiver.seen()).containsExactly("c", "d", "a", "b");
    }

    @Test
    void an_event_that_fails_too_often_is_set_aside_and_later_ones_proceed() throws Exception {
        write("ws_1", "a", "b");
        receiver.refuse("a");
        var relay = relay(receiver);

        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            assertThat(receiver.seen()).isEmpty();
            relay.drain();
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(receiver.attempts("a")).isEqualTo(ATTEMPTS);
        assertThat(receiver.seen()).containsExactly("b");
        assertThat(dead()).isEqualTo(1);
        assertThat(lastFailure("a")).isEqualTo("the receiver responded with 503");
    }

    @Test
    void a_bug_in_the_publisher_is_a_failure_too() throws Exception {
        write("ws_1", "a");

        relay((id, content) -> {
                    throw new IllegalStateException("no such thing as " + id);
                })
                .drain();

        assertThat(waiting()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        relay(receiver).drain();
        assertThat(receiver.seen()).containsExactly("a");
    }

    @Test
    void several_relays_publish_each_event_once_and_in_order() throws Exception {
        for (var number = 0; number < 20; number++) {
            write("ws_1", "a" + number);
            write("ws_2", "b" + number);
            write("ws_3", "c" + number);
        }
        var relays = Executors.newFixedThreadPool(4);
        try {
            var all = IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        while (waiting() > 0) {
                            relay(receiver).drain();
                        }
                        return true;
                    })
                    .toList();
            for (var done : relays.invokeAll(all)) {
                done.get();
            }
        } finally {
            relays.shutdown();
        }

        assertThat(receiver.deliveries()).hasSize(60).doesNotHaveDuplicates();
        for (var subject : List.of("a", "b", "c")) {
            assertThat(receiver.seen().stream()
                            .filter(id -> id.startsWith(subject))
                            .toList())
                    .isEqualTo(IntStream.range(0, 20)
                            .mapToObj(number -> subject + number)
                            .toList());
        }
    }

    @Test
    void events_published_a_week_ago_are_deleted() throws Exception {
        write("ws_1", "a");
        relay(receiver).drain();
        assertThat(events("ws_1")).hasSize(1);

        clock.advance(Duration.ofDays(8));
        relay(receiver).drain();

        assertThat(events("ws_1")).isEmpty();
    }

    private static Database open(String url) {
        return Database.open("outbox", Optional.of(url));
    }

    private OutboxRelay relay(EventPublisher publisher) {
        return new OutboxRelay(database.jdbi(), publisher, ATTEMPTS, clock);
    }

    private void write(String subject, String... ids) {
        database.jdbi().useTransaction(handle -> {
            for (var id : ids) {
                Outbox.append(handle, new OutboxEvent(id, "dev.treaty.test.v1", subject, "{}"));
            }
        });
    }

    private List<OutboxEvent> events(String subject) {
        return new ArrayList<>(database.jdbi().withHandle(handle -> Outbox.of(handle, subject)));
    }

    private String lastFailure(String id) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT last_failure FROM outbox WHERE id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one());
    }

    private long dead() {
        return database.jdbi().<Long, RuntimeException>withHandle(Outbox::dead);
    }

    private long waiting() {
        return database.jdbi().<Long, RuntimeException>withHandle(Outbox::waiting);
    }
}

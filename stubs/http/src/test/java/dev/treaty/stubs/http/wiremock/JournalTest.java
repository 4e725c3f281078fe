package dev.treaty.stubs.http.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JournalTest {

    private final Journal journal = new Journal(3);

    @Test
    void the_latest_events_come_first_and_the_oldest_are_forgotten() {
        var ids = List.of(add(), add(), add(), add());

        assertThat(journal.getAllKeys()).containsExactly(ids.get(3), ids.get(2), ids.get(1));
        assertThat(journal.getAll()).extracting(ServeEvent::getId).containsExactly(ids.get(3), ids.get(2), ids.get(1));
        assertThat(journal.get(ids.get(0))).isEmpty();
        assertThat(journal.get(ids.get(1))).isPresent();
    }

    @Test
    void a_later_version_of_an_event_replaces_it() {
        var first = add();
        var second = add();
        var completed = event(first);

        journal.put(first, completed);

        assertThat(journal.get(first)).containsSame(completed);
        assertThat(journal.getAllKeys()).containsExactly(second, first);
    }

    @Test
    void a_later_version_of_a_forgotten_event_is_not_kept() {
        var forgotten = UUID.randomUUID();

        journal.put(forgotten, event(forgotten));

        assertThat(journal.getAll()).isEmpty();
    }

    @Test
    void removing_an_event_keeps_the_others() {
        var first = add();
        var second = add();

        journal.remove(first);

        assertThat(journal.getAllKeys()).containsExactly(second);
        journal.clear();
        assertThat(journal.getAllKeys()).isEmpty();
    }

    /** Otherwise each event would keep the buffers of its connection: a hundred kilobytes. */
    @Test
    void no_event_keeps_its_connection_in_memory() {
        var event = event(UUID.randomUUID());
        event.getResponseDefinition().setOriginalRequest(Json.mapToObject(Map.of("url", "/x"), LoggedRequest.class));

        journal.add(event);

        assertThat(journal.getAll())
                .extracting(ServeEvent::getResponseDefinition)
                .allSatisfy(definition ->
                        assertThat(definition.getOriginalRequest()).isNull());
    }

    @Test
    void a_journal_without_capacity_keeps_nothing() {
        var off = new Journal(0);

        off.add(event(UUID.randomUUID()));
        off.put(UUID.randomUUID(), event(UUID.randomUUID()));
        off.clear();

        assertThat(off.getAll()).isEmpty();
    }

    @Test
    void the_journal_stays_bounded_under_concurrent_writes() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        var done = new CountDownLatch(8);
        for (var i = 0; i < 8; i++) {
            threads.execute(() -> {
                for (var j = 0; j < 1_000; j++) {
                    add();
                }
                done.countDown();
            });
        }

        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(journal.getAllKeys()).hasSize(3).doesNotHaveDuplicates();
        threads.shutdown();
    }

    private UUID add() {
        var id = UUID.randomUUID();
        journal.add(event(id));
        return id;
    }

    private static ServeEvent event(UUID id) {
        return new ServeEvent(id, (LoggedRequest) null, null, ResponseDefinition.ok(), null, true, null, null);
    }
}

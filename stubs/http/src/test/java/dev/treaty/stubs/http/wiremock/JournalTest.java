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
    void the_latest_come_first_and_the_oldest_are_forgotten() {
        var ids = List.of(add(), add(), add(), add());

        assertThat(journal.getAllKeys()).containsExactly(ids.get(3), ids.get(2), ids.get(1));
        assertThat(journal.getAll()).extracting(ServeEvent::getId).containsExactly(ids.get(3), ids.get(2), ids.get(1));
        assertThat(journal.get(ids.get(0))).isEmpty();
        assertThat(journal.get(ids.get(1))).isPresent();
    }

    @Test
    void a_later_state_of_an_event_takes_its_place() {
        var first = add();
        var second = add();
        var completed = event(first);

        journal.put(first, completed);

        assertThat(journal.get(first)).containsSame(completed);
        assertThat(journal.getAllKeys()).containsExactly(second, first);
    }

    @Test
    void a_later_state_of_what_is_forgotten_stays_forgotten() {
        var forgotten = UUID.randomUUID();

        journal.put(forgotten, event(forgotten));

        assertThat(journal.getAll()).isEmpty();
    }

    @Test
    void what_is_removed_is_gone_and_the_others_stay() {
        var first = add();
        var second = add();

        journal.remove(first);

        assertThat(journal.getAllKeys()).containsExactly(second);
        journal.clear();
        assertThat(journal.getAllKeys()).isEmpty();
    }

    /** Otherwise each keeps the buffers of a connection, a hundred kilobytes. */
    @Test
    void nothing_holds_the_connection_that_its_request_came_on() {
        var event = event(UUID.randomUUID());
        event.getResponseDefinition().setOriginalRequest(Json.mapToObject(Map.of("url", "/x"), LoggedRequest.class));

        journal.add(event);

        assertThat(journal.getAll())
                .extracting(ServeEvent::getResponseDefinition)
                .allSatisfy(answer -> assertThat(answer.getOriginalRequest()).isNull());
    }

    @Test
    void a_journal_that_is_off_holds_nothing() {
        var off = new Journal(0);

        off.add(event(UUID.randomUUID()));
        off.put(UUID.randomUUID(), event(UUID.randomUUID()));
        off.clear();

        assertThat(off.getAll()).isEmpty();
    }

    @Test
    void it_stays_bounded_when_many_write_at_once() throws Exception {
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

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
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

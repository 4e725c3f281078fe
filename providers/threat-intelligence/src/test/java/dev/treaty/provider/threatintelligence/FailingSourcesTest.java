package dev.treaty.provider.threatintelligence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** It never fails open: what the original system did, which took an address for harmless when nobody answered. */
class FailingSourcesTest {

    private final TestService service = TestService.with(Map.of());

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void fewer_than_two_answers_are_unknown_and_not_kept() {
        service.sources().isDown("virustotal");
        service.sources().isDown("misp");
        var unknown = service.reputation("203.0.113.7");

        service.sources().isBack("virustotal");
        service.sources().isBack("misp");
        var known = service.reputation("203.0.113.7");

        assertThat(unknown.<String>path("verdict")).isEqualTo("unknown");
        assertThat(unknown.<Object>path("risk")).isNull();
        assertThat(unknown.<Object>path("expiresAt")).isNull();
        assertThat(unknown.<List<String>>path("sources.state"))
                .containsExactly("unavailable", "answered", "unavailable");
        assertThat(known.<String>path("verdict")).isEqualTo("block");
    }

    @Test
    void a_verdict_is_kept_for_an_hour_whatever_becomes_of_the_sources() {
        var first = service.reputation("203.0.113.7").asString();
        for (var source : List.of("virustotal", "abuseipdb", "misp")) {
            service.sources().isDown(source);
        }

        assertThat(service.reputation("203.0.113.7").asString()).isEqualTo(first);
        var other = service.reputation("203.0.113.66");
        assertThat(other.statusCode()).isEqualTo(503);
        assertThat(other.header("Retry-After")).isEqualTo("30");
    }

    @Test
    void a_source_that_says_slow_down_is_not_asked_again_before_it_wants_to_be() {
        service.sources().limit("misp", 1);
        service.reputation("192.0.2.101");
        var limited = service.reputation("192.0.2.102");

        assertThat(limited.<String>path("verdict")).isEqualTo("allow");
        assertThat(limited.<List<String>>path("sources.state")).containsExactly("answered", "answered", "limited");
        List<Map<String, String>> sources = service.analyst().get("/sources").path("items");
        assertThat(sources.get(2)).containsEntry("state", "limited").containsKey("notBefore");
        assertThat(sources.get(1)).containsEntry("state", "answering");
    }

    @Test
    void a_source_that_fails_three_times_rests_and_both_changes_are_events() {
        service.sources().isDown("abuseipdb");
        for (var last = 1; last <= 4; last++) {
            service.reputation("192.0.2.10" + last);
        }

        assertThat(eventTypes()).containsExactly("dev.treaty.source.unavailable.v1");
        assertThat(failures()).isEqualTo(3);
        service.sources().isBack("abuseipdb");
        service.jdbi().useHandle(handle -> handle.execute("UPDATE source SET resting_until = NULL"));
        service.reputation("192.0.2.105");
        assertThat(eventTypes()).containsExactly("dev.treaty.source.unavailable.v1", "dev.treaty.source.recovered.v1");
    }

    private int failures() {
        return service.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT failures FROM source WHERE name = 'abuseipdb'")
                        .mapTo(Integer.class)
                        .one());
    }

    private List<String> eventTypes() {
        return service.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT type FROM outbox ORDER BY number")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void what_was_asked_and_answered_is_in_the_audit_trail() {
        service.reputation("203.0.113.7");
        service.reputation("203.0.113.7");

        var entries = service.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT caller || ' ' || action || ' ' || subject || ' ' || outcome FROM audit ORDER BY number")
                        .mapTo(String.class)
                        .list());

        assertThat(entries)
                .containsExactly("usr_42 reputation 203.0.113.7 block", "usr_42 reputation 203.0.113.7 block");
    }
}

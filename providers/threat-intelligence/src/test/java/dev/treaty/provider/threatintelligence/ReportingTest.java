package dev.treaty.provider.threatintelligence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Reports and the list of indicators, with one service for all tests. */
class ReportingTest {

    private static final TestService SERVICE = TestService.with(Map.of());

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private static Map<String, Object> report(String ip) {
        return Map.of("ip", ip, "categories", List.of(18, 22), "comment", "SSH brute force at our gate");
    }

    @Test
    void a_repeated_report_is_made_once() {
        var first = SERVICE.report("key-1", report("198.51.100.1"));
        var second = SERVICE.report("key-1", report("198.51.100.1"));

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.<List<String>>path("sources.state")).containsExactly("accepted", "accepted");
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void another_report_of_the_same_address_says_what_each_source_makes_of_it() {
        SERVICE.report("key-2", report("198.51.100.2"));

        var second = SERVICE.report("key-3", report("198.51.100.2"));

        assertThat(second.<List<String>>path("sources.state")).containsExactly("limited", "known");
        assertThat(second.<String>path("sources[0].notBefore")).isNotEmpty();
    }

    @Test
    void a_key_belongs_to_one_report() {
        SERVICE.report("key-4", report("198.51.100.4"));

        var other = SERVICE.report("key-4", report("198.51.100.5"));

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.<String>path("type")).isEqualTo("https://treaty.dev/problems/idempotency-key-reused");
    }

    @Test
    void a_report_needs_a_key_and_every_wrong_field_is_named() {
        var withoutKey = SERVICE.analyst()
                .contentType("application/json")
                .body(report("198.51.100.6"))
                .post("/reports");
        var wrong = SERVICE.report("key-5", Map.of("ip", "10.0.0.1", "categories", List.of(99), "comment", "bad"));

        assertThat(withoutKey.<String>path("type")).endsWith("/idempotency-key-missing");
        assertThat(wrong.<List<String>>path("errors.field")).containsExactly("ip", "categories", "comment");
    }

    @Test
    void a_reader_of_the_list_misses_nothing_and_reads_nothing_twice() {
        SERVICE.reputation("203.0.113.7");
        String next = SERVICE.analyst().get("/indicators?limit=100").path("next");
        SERVICE.reputation("203.0.113.66");
        SERVICE.reputation("192.0.2.100");

        var later = SERVICE.analyst().get("/indicators?after=" + next);

        assertThat(later.<List<String>>path("items.ip")).containsExactly("203.0.113.66");
        assertThat(later.<Boolean>path("isLast")).isTrue();
        assertThat(SERVICE.analyst().get("/indicators?after=x").<String>path("type"))
                .endsWith("/invalid-parameter");
    }
}

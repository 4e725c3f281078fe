package dev.treaty.consumer.threatintelligence.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.http.HttpApiException;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.ScriptedServer;
import dev.treaty.consumer.threatintelligence.abuseipdb.AbuseIpDb;
import dev.treaty.consumer.threatintelligence.misp.Misp;
import dev.treaty.consumer.threatintelligence.virustotal.VirusTotal;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all three sources do in the same way: replies that no contract has. */
class SourceRepliesTest {

    private static final IpAddress SCANNER = new IpAddress("203.0.113.7");

    private enum Source {
        VIRUSTOTAL("VirusTotal") {
            @Override
            void ask(URI server) {
                new VirusTotal(server, "test-key", Timeouts.usual(), Examples.CLOCK).address(SCANNER);
            }
        },
        ABUSEIPDB("AbuseIPDB") {
            @Override
            void ask(URI server) {
                new AbuseIpDb(server, "test-key", Timeouts.usual(), Examples.CLOCK).check(SCANNER);
            }
        },
        MISP("MISP") {
            @Override
            void ask(URI server) {
                new Misp(server, "test-key", Timeouts.usual(), Examples.CLOCK).indicators(SCANNER);
            }
        };

        private final String title;

        Source(String title) {
            this.title = title;
        }

        abstract void ask(URI server);
    }

    @ParameterizedTest
    @EnumSource
    void a_source_that_fails_may_be_asked_later(Source source) {
        try (var server = ScriptedServer.failing(503, "<html>Bad gateway</html>")) {
            assertThatThrownBy(() -> source.ask(server.address()))
                    .isInstanceOf(SourceException.Failing.class)
                    .hasMessageStartingWith(source.title + " failed (HTTP 503).")
                    .hasMessageEndingWith("fix:   try again later")
                    .hasMessageNotContaining("test-key");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_request_that_a_source_does_not_accept_is_rejected(Source source) {
        try (var server = ScriptedServer.failing(400, "nothing that is JSON")) {
            assertThatThrownBy(() -> source.ask(server.address()))
                    .isInstanceOf(SourceException.Rejected.class)
                    .hasMessageStartingWith(source.title + " rejected the request (HTTP 400):");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_redirect_to_a_page_for_people_is_not_followed(Source source) {
        try (var server = ScriptedServer.failing(302, "")) {
            assertThatThrownBy(() -> source.ask(server.address())).isInstanceOf(SourceException.Failing.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_reply_of_another_shape_names_what_is_missing(Source source) {
        try (var server = ScriptedServer.respondingWith("{\"data\": {}, \"response\": {}}")) {
            assertThatThrownBy(() -> source.ask(server.address()))
                    .isInstanceOf(HttpApiException.UnreadableReply.class)
                    .hasMessageContaining("$.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_reply_is_an_exception_of_its_own(Source source) {
        var gone = ScriptedServer.respondingWith();
        gone.close();

        assertThatThrownBy(() -> source.ask(gone.address())).isInstanceOf(HttpApiException.NoReply.class);
    }
}

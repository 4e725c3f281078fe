package dev.treaty.consumer.customersync;

import static dev.treaty.consumer.customersync.AirtableFixture.ERIKA;
import static dev.treaty.consumer.customersync.AirtableFixture.ERIKA_DATA;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.customersync.connection.AirtableException.NotFound;
import dev.treaty.consumer.customersync.connection.AirtableException.PartlyDone;
import dev.treaty.consumer.customersync.connection.AirtableException.Rejected;
import dev.treaty.consumer.customersync.connection.AirtableException.TooManyRequests;
import dev.treaty.consumer.customersync.connection.AirtableException.Unavailable;
import dev.treaty.consumer.http.HttpApiException.UnreadableReply;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.ScriptedServer;
import dev.treaty.consumer.recording.ScriptedServer.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a contract cannot express: several responses to the same request, and those that Airtable should not send. */
class AirtableErrorsTest {

    private static final String NO_RECORDS = "{\"records\": []}";
    private static final String ERIKA_RECORD = "{\"id\": \"%s\", \"fields\": {}}".formatted(ERIKA);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\": {\"type\": \"INVALID_RECORDS\", \"message\": \"Too many\"}} | INVALID_RECORDS | Too many",
                "{\"error\": \"INVALID_RECORDS\"}                                       | INVALID_RECORDS | ''",
                "<html>Bad gateway</html>                                               | unknown         | ''"
            })
    void both_shapes_of_errors_are_read(String body, String type, String message) {
        try (var server = ScriptedServer.failing(422, body)) {
            var customers = at(server).customers();

            assertThatThrownBy(() -> customers.find(ERIKA))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.type()).isEqualTo(type))
                    .hasMessageStartingWith(
                            "Airtable rejected the request (HTTP 422, %s): %s".formatted(type, message));
        }
    }

    @Test
    void a_plain_not_found_is_read() {
        try (var server = ScriptedServer.failing(404, "{\"error\": \"NOT_FOUND\"}")) {
            var changes = at(server).changes();

            assertThatThrownBy(() -> changes.refresh("achCustomers00001")).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void the_first_request_after_too_many_is_sent_after_half_a_minute() {
        var now = new AtomicReference<>(Examples.NOW);
        try (var server = ScriptedServer.sending(Response.of(429, ""), Response.ok(NO_RECORDS))) {
            var customers = AirtableFixture.at(server.address(), AirtableFixture.TOKEN, now::get)
                    .customers();

            assertThatThrownBy(() -> customers.all(CustomerQuery.all())).isInstanceOf(TooManyRequests.class);
            now.set(Examples.NOW.plusMillis(29_999));
            assertThatThrownBy(() -> customers.all(CustomerQuery.all()))
                    .hasMessage("""
                    Airtable has received too many requests (HTTP 429).
                      where: GET %s?pageSize=100 (not sent)
                      fix:   send nothing to this base before 2026-01-15T09:30:30Z""".formatted(AirtableFixture.RECORDS));
            assertThat(server.requests()).hasSize(1);

            now.set(Examples.NOW.plusSeconds(30));
            assertThat(customers.all(CustomerQuery.all())).isEmpty();
        }
    }

    @Test
    void a_failed_write_may_have_been_carried_out() {
        try (var server = ScriptedServer.failing(503, "")) {
            var customers = at(server).customers();

            assertThatThrownBy(() -> customers.create(List.of(ERIKA_DATA), NewChoices.ADD))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageEndingWith(
                            "check whether it was carried out before you send it again; an upsert may simply be repeated");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void what_was_created_before_a_request_failed_is_told() {
        var ten = "{\"records\": [%s]}".formatted(String.join(",", nCopies(10, ERIKA_RECORD)));
        try (var server = ScriptedServer.sending(Response.ok(ten), Response.of(503, ""))) {
            var customers = at(server).customers();

            assertThatThrownBy(() -> customers.create(nCopies(11, ERIKA_DATA), NewChoices.ADD))
                    .isInstanceOfSatisfying(
                            PartlyDone.class,
                            partly -> assertThat(partly.done()).hasSize(10))
                    .hasMessageStartingWith("Airtable carried out 10 of 11, and then a request failed.")
                    .hasCauseInstanceOf(Unavailable.class);
        }
    }

    @Test
    void a_list_whose_offset_has_expired_is_read_again_once() {
        var page = "{\"records\": [%s], \"offset\": \"itrCustomers00001/recErika000000001\"}".formatted(ERIKA_RECORD);
        var expired = Response.of(422, "{\"error\": {\"type\": \"LIST_RECORDS_ITERATOR_NOT_AVAILABLE\"}}");
        var all = "{\"records\": [%s]}".formatted(ERIKA_RECORD);
        try (var server = ScriptedServer.sending(Response.ok(page), expired, Response.ok(all))) {
            assertThat(at(server).customers().all(CustomerQuery.all())).hasSize(1);
        }
        try (var server = ScriptedServer.sending(Response.ok(page), expired, Response.ok(page), expired)) {
            var customers = at(server).customers();

            assertThatThrownBy(() -> customers.all(CustomerQuery.all())).isInstanceOf(Rejected.class);
        }
    }

    @Test
    void a_formula_that_is_too_long_for_a_url_goes_into_a_body() {
        try (var server = ScriptedServer.respondingWith(NO_RECORDS)) {
            at(server).customers().all(CustomerQuery.all().where(Formula.isEqual("Name", "x".repeat(16_000))));

            assertThat(server.requests())
                    .singleElement()
                    .hasToString("POST " + AirtableFixture.RECORDS + "/listRecords");
        }
    }

    @Test
    void a_record_without_an_id_is_unreadable() {
        try (var server = ScriptedServer.respondingWith("{\"fields\": {}}")) {
            var customers = at(server).customers();

            assertThatThrownBy(() -> customers.find(ERIKA)).isInstanceOf(UnreadableReply.class);
        }
    }

    private static Airtable at(ScriptedServer server) {
        return AirtableFixture.at(server.address(), AirtableFixture.TOKEN, Examples.CLOCK);
    }
}

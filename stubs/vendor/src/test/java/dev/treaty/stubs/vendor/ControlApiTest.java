package dev.treaty.stubs.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ReplayResult;
import dev.treaty.stubs.http.provider.ReplaySettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlApiTest {

    private static final ProviderReplay KIOSK = VendorReplay.open(new Kiosk(), ReplaySettings.DEFAULT);

    private final KioskClient kiosk = KioskClient.of(KIOSK);

    @AfterAll
    static void close() {
        KIOSK.close();
    }

    @Test
    void the_clock_can_be_read_and_advanced() {
        var before = kiosk.get("/__treaty/clock");
        var after = kiosk.advance("P1DT1H");

        assertThat(Duration.between(
                        Instant.parse(before.path("now").asText()),
                        Instant.parse(after.path("now").asText())))
                .isBetween(Duration.ofHours(25), Duration.ofHours(25).plusMinutes(1));
        assertThat(after.path("seconds").asLong())
                .isEqualTo(Instant.parse(after.path("now").asText()).getEpochSecond());
    }

    @Test
    void the_clock_can_be_set_to_a_later_time() {
        var then = Instant.parse("2126-01-31T12:00:00Z");

        var after = kiosk.post("/__treaty/clock", "{\"set\": \"%s\"}".formatted(then));

        assertThat(Duration.between(then, Instant.parse(after.path("now").asText())))
                .isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }

    @Test
    void the_state_says_what_there_is_what_was_forgotten_and_what_is_due() {
        for (var number = 0; number < Kiosk.ORDERS.limit() + 2; number++) {
            kiosk.post("/orders", "{}");
        }
        kiosk.later("PT1H", "note", "{\"text\": \"later\"}");

        var state = kiosk.get("/__treaty/state");

        assertThat(state.path("objects")).hasToString("{\"order\":1000}");
        assertThat(state.path("forgotten")).hasToString("{\"order\":2}");
        assertThat(state.path("due")).hasSize(1);
        assertThat(state.at("/due/0/action").asText()).isEqualTo("note");
        assertThat(state.at("/due/0/data/text").asText()).isEqualTo("later");
        assertThat(Instant.parse(state.at("/due/0/at").asText()))
                .isAfter(Instant.parse(state.path("now").asText()));
        assertThat(state.path("forgottenAccounts").asLong()).isZero();
    }

    @Test
    void a_reset_forgets_everything_of_this_account_only() {
        var other = KioskClient.of(KIOSK);
        kiosk.post("/orders", "{}");
        other.post("/orders", "{}");

        assertThat(kiosk.post("/__treaty/reset", "").path("reset").asBoolean()).isTrue();

        assertThat(kiosk.get("/orders").path("orders")).isEmpty();
        assertThat(other.get("/orders").path("orders")).hasSize(1);
    }

    @Test
    void deliveries_are_listed_the_newest_first_and_can_be_sent_again() {
        try (var reader = new Reader()) {
            kiosk.post("/news", reader.news("first", "a"));
            kiosk.post("/news", reader.news("second", "a"));
            kiosk.advance("PT0S");
            var deliveries = kiosk.get("/__treaty/webhooks").path("deliveries");
            assertThat(deliveries.findValuesAsText("body")).containsExactly("second", "first");
            assertThat(deliveries.at("/1/attempts/0/status").asInt()).isEqualTo(200);

            var id = deliveries.at("/1/id").asText();
            kiosk.post("/__treaty/webhooks/" + id + "/resend", "");
            kiosk.advance("PT0S");

            assertThat(reader.read()).containsExactly("first", "second", "first");
            assertThat(kiosk.get("/__treaty/webhooks").at("/deliveries/1/attempts"))
                    .hasSize(2);
        }
    }

    @Test
    void a_state_is_brought_about() {
        var values = kiosk.post("/__treaty/states", "{\"state\": \"an order exists\", \"params\": {\"id\": \"o1\"}}");

        assertThat(values).hasToString("{\"id\":\"o1\"}");
        assertThat(KioskClient.status(kiosk.answer("GET", "/orders/o1", ""))).isEqualTo(200);
    }

    @Test
    void credentials_are_required() {
        var nobody = new KioskClient(KIOSK, "");

        assertThat(KioskClient.status(nobody.answer("GET", "/__treaty/state", "")))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | /__treaty/clock | {"advance": "soon"}  | The clock cannot be advanced by "soon".
            POST | /__treaty/clock | {"advance": "-PT1H"} | The clock cannot be advanced by "-PT1H".
            POST | /__treaty/clock | {"advance": "P99999999D"} | The clock cannot be advanced by "P99999999D".
            POST | /__treaty/clock | {"set": "1970-01-01T00:00:00Z"} | The clock cannot be set to "1970-01-01T00:00:00Z".
            POST | /__treaty/clock | {"set": "tomorrow"} | The clock cannot be set to "tomorrow".
            POST | /__treaty/clock | {} | The clock cannot be advanced by "".
            POST | /__treaty/clock | {"advance" | The body is not a JSON object.
            POST | /__treaty/clock | {"advance": "PT1H", "until": 1} | There is no field "until".
            POST | /__treaty/clock | ["PT1H"] | The body is not a JSON object.
            POST | /__treaty/limit | {"requests": "10", "per": "PT1S"} | The limit cannot be set: requests must be a whole number, not "10".
            POST | /__treaty/limit | {"requests": -1, "per": "PT1S"} | The limit cannot be set: requests must be 0 or more, not -1.
            POST | /__treaty/limit | {"requests": 10} | The limit cannot be set: per must be an ISO 8601 duration, not absent.
            POST | /__treaty/limit | {"requests": 10, "per": "PT0S"} | The limit cannot be set: per must be more than 0 s and at most 100 years, not PT0S.
            POST | /__treaty/states | {"state": "the moon is full"} | The replay of kiosk cannot bring about "the moon is full".
            POST | /__treaty/webhooks/delivery_9/resend | {} | There is no delivery "delivery_9".
            GET  | /__treaty/reset | {} | The replay of kiosk cannot be controlled by this request.
            GET  | /__treaty/nonsense | {} | The replay of kiosk cannot be controlled by this request.
            """)
    void mistakes_are_explained_in_three_lines_in_the_vendors_shape(
            String method, String path, String body, String message) {
        var result = kiosk.answer(method, path, body);

        assertThat(KioskClient.status(result)).isEqualTo(400);
        assertThat(KioskClient.body(result).path("refusal").asText().lines())
                .hasSize(3)
                .startsWith(message)
                .element(1)
                .asString()
                .startsWith("  where: ");
    }

    @Test
    void whoever_asks_for_what_does_not_exist_learns_what_does() {
        assertThat(kiosk.get("/__treaty/nonsense").path("refusal").asText())
                .contains(
                        "fix:   use one of DELETE /__treaty/limit, GET /__treaty/clock, GET /__treaty/limit, GET /__treaty/state, GET /__treaty/webhooks,");
    }

    @Test
    void what_the_vendor_does_not_know_is_not_covered() {
        assertThat(kiosk.answer("GET", "/pretzels", "")).isInstanceOf(ReplayResult.NotCovered.class);
    }
}

package dev.treaty.stubs.samsara;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Vehicles that drive by the clock, and feeds that tell each measurement once and in order. */
class VehicleFeedTest {

    private static final String FEED = "/fleet/vehicles/stats/feed?types=gps,engineStates";

    private final Organisation organisation = Organisation.create();

    @Test
    void a_feed_tells_each_measurement_once_and_in_order_however_often_it_is_asked() {
        var vehicle = organisation.newVehicle(37.70, -122.40);
        var cursor = organisation.get(FEED).endCursor();
        var start = organisation.now();
        organisation.drive(vehicle, 37.75, -122.40);

        var heard = new ArrayList<String>();
        for (var pause : List.of("PT0S", "PT7S", "PT3S", "PT2M30.5S", "PT0.001S", "PT5M", "PT10M")) {
            organisation.advance(pause);
            var page = organisation.get(FEED + "&after=" + cursor);
            heard.addAll(times(page.data(), vehicle, "gps"));
            cursor = page.endCursor();
        }

        var history = organisation.get("/fleet/vehicles/stats/history?types=gps&vehicleIds=%s&startTime=%s&endTime=%s"
                .formatted(vehicle, start.plusMillis(1), organisation.now()));
        assertThat(heard).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(40);
        assertThat(heard).isEqualTo(times(history.data(), vehicle, "gps"));
        assertThat(organisation.get(FEED + "&after=" + cursor).data()).isEmpty();
    }

    @Test
    void a_long_feed_comes_in_pages_that_lose_nothing() {
        var vehicle = organisation.newVehicle(37.0, -122.0);
        var other = organisation.newVehicle(37.0, -121.0);
        var cursor = organisation.get(FEED).endCursor();
        organisation.drive(vehicle, 38.0, -122.0);
        organisation.drive(other, 38.0, -121.0);
        organisation.advance("PT4H");

        var heard = new ArrayList<String>();
        var pages = 0;
        for (var more = true; more; pages++) {
            var page = organisation.get(FEED + "&after=" + cursor);
            heard.addAll(times(page.data(), vehicle, "gps"));
            cursor = page.endCursor();
            more = page.hasNextPage();
        }

        assertThat(pages).isGreaterThan(1);
        assertThat(heard).isSorted().doesNotHaveDuplicates();
        assertThat(gaps(heard)).allSatisfy(gap -> assertThat(gap).isLessThanOrEqualTo(Duration.ofSeconds(10)));
    }

    @Test
    void a_vehicle_moves_between_the_ends_of_its_drive_and_stops_at_its_end() {
        var vehicle = organisation.newVehicle(37.70, -122.40);
        organisation.drive(vehicle, 37.80, -122.40);

        organisation.advance("PT5M");
        var onTheWay = gps(vehicle);
        organisation.advance("PT1H");
        var arrived = gps(vehicle);

        assertThat(onTheWay.path("latitude").asDouble()).isBetween(37.71, 37.79);
        assertThat(onTheWay.path("speedMilesPerHour").asDouble()).isBetween(20.0, 30.0);
        assertThat(onTheWay.path("headingDegrees").asInt()).isZero();
        assertThat(arrived.path("latitude").asDouble()).isEqualTo(37.80);
        assertThat(arrived.path("speedMilesPerHour").asDouble()).isZero();
    }

    @Test
    void an_engine_runs_idles_and_is_turned_off_and_fuel_is_used() {
        var vehicle = organisation.newVehicle(37.0, -122.0);
        organisation.drive(vehicle, 37.2, -122.0);
        var stats = "/fleet/vehicles/stats?types=engineStates,fuelPercents,obdOdometerMeters&vehicleIds=" + vehicle;
        var before = organisation.get(stats).data().path(0);

        organisation.advance("PT1M");
        var running = organisation.get(stats).data().path(0);
        organisation.advance("PT1H");
        var after = organisation.get(stats).data().path(0);

        assertThat(running.path("engineState").path("value").asText()).isEqualTo("On");
        assertThat(after.path("engineState").path("value").asText()).isEqualTo("Off");
        assertThat(after.path("fuelPercent").path("value").asInt())
                .isLessThan(before.path("fuelPercent").path("value").asInt());
        assertThat(after.path("obdOdometerMeters").path("value").asLong()
                        - before.path("obdOdometerMeters").path("value").asLong())
                .isBetween(22_000L, 22_500L);
    }

    @Test
    void the_past_can_be_asked_for_and_never_changes() {
        var vehicle = organisation.newVehicle(37.70, -122.40);
        organisation.drive(vehicle, 37.80, -122.40);
        organisation.advance("PT5M");
        var then = organisation.now();
        var seen = gps(vehicle);

        organisation.advance("PT3H");
        var remembered = organisation
                .get("/fleet/vehicles/stats?types=gps&vehicleIds=%s&time=%s".formatted(vehicle, then))
                .data()
                .path(0)
                .path("gps");

        assertThat(remembered).isEqualTo(seen);
    }

    @Test
    void locations_are_the_same_in_the_older_form() {
        var vehicle = organisation.newVehicle(37.70, -122.40);

        var location = organisation
                .get("/fleet/vehicles/locations?vehicleIds=" + vehicle)
                .data()
                .path(0);

        assertThat(location.path("location").path("latitude").asDouble()).isEqualTo(37.70);
        assertThat(location.path("location").has("heading")).isTrue();
        assertThat(location.has("gps")).isFalse();
    }

    @Test
    void types_are_separated_by_commas_or_repeated_and_at_most_three() {
        var repeated = organisation.get("/fleet/vehicles/stats?types=gps&types=fuelPercents");
        var auxiliary = organisation.get("/fleet/vehicles/stats?types=gps,fuelPercents,auxInput3,auxInput4");
        var four = organisation.get("/fleet/vehicles/stats?types=gps,fuelPercents,engineStates,auxInput1");

        assertThat(repeated.data().path(0).has("gps")).isTrue();
        assertThat(repeated.data().path(0).has("fuelPercent")).isTrue();
        assertThat(auxiliary.status()).isEqualTo(200);
        assertThat(four.status()).isEqualTo(400);
        assertThat(four.message()).contains("at most 3 types");
        assertThat(organisation.get("/fleet/vehicles/stats?types=mood").status())
                .isEqualTo(400);
    }

    private JsonNode gps(String vehicle) {
        return organisation
                .get("/fleet/vehicles/stats?types=gps&vehicleIds=" + vehicle)
                .data()
                .path(0)
                .path("gps");
    }

    private static List<String> times(JsonNode data, String vehicle, String type) {
        return StreamSupport.stream(data.spliterator(), false)
                .filter(each -> each.path("id").asText().equals(vehicle))
                .flatMap(each -> StreamSupport.stream(each.path(type).spliterator(), false))
                .map(value -> Instant.parse(value.path("time").asText()))
                .map(time -> "%d".formatted(time.toEpochMilli()))
                .toList();
    }

    private static List<Duration> gaps(List<String> times) {
        var gaps = new ArrayList<Duration>();
        for (var i = 1; i < times.size(); i++) {
            gaps.add(Duration.ofMillis(Long.parseLong(times.get(i)) - Long.parseLong(times.get(i - 1))));
        }
        return gaps;
    }
}

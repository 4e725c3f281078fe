package dev.treaty.stubs.samsara;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens, limits, and the objects that are only kept. */
class SamsaraReplayTest {

    private final Organisation organisation = Organisation.create();

    @Test
    void a_token_that_calls_itself_revoked_is_refused() {
        var refused = new Organisation("samsara_api_revoked").get("/fleet/vehicles");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body().path("requestId").asText()).isNotEmpty();
    }

    @Test
    void a_token_has_the_scopes_that_a_test_leaves_it() {
        organisation
                .post("/__treaty/scopes", Map.of("missing", List.of("Read Routes")))
                .requireSuccess();

        assertThat(organisation.get("/fleet/routes/1").status()).isEqualTo(403);
        assertThat(organisation.get("/fleet/vehicles").status()).isEqualTo(200);
    }

    @Test
    void too_many_requests_say_to_the_millisecond_how_long_to_wait() {
        organisation
                .post("/__treaty/limit", Map.of("requests", 1, "per", "PT10S"))
                .requireSuccess();

        organisation.get("/fleet/vehicles").requireSuccess();
        var refused = organisation.get("/fleet/vehicles");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().headers().firstValue("Retry-After").orElse(""))
                .matches("[0-9]\\.[0-9]{3}|10\\.000");
    }

    @Test
    void what_is_not_covered_and_what_is_not_allowed_are_errors_of_the_vendors_shape() {
        var uncovered = organisation.get("/fleet/hos/logs");
        var wrongMethod = organisation.delete("/fleet/vehicles");

        assertThat(uncovered.status()).isEqualTo(404);
        assertThat(uncovered.message()).contains("does not cover");
        assertThat(wrongMethod.status()).isEqualTo(405);
    }

    @Test
    void a_vehicle_is_found_by_its_external_id_once_it_has_one() {
        var vehicle =
                organisation.get("/fleet/vehicles").data().path(0).path("id").asText();
        organisation
                .patch("/fleet/vehicles/" + vehicle, Map.of("externalIds", Map.of("fleetNumber", "R-17")))
                .requireSuccess();

        assertThat(organisation
                        .get("/fleet/vehicles/fleetNumber:R-17")
                        .data()
                        .path("id")
                        .asText())
                .isEqualTo(vehicle);
        assertThat(organisation.get("/fleet/vehicles/fleetNumber:R-18").status())
                .isEqualTo(404);
    }

    @Test
    void a_driver_is_created_without_showing_the_password_and_can_be_deactivated() {
        var body = Map.of("name", "Kim Road", "username", "kim", "password", "a-password");
        var driver = organisation.post("/fleet/drivers", body).requireSuccess().data();

        assertThat(driver.toString()).doesNotContain("a-password");
        assertThat(organisation.post("/fleet/drivers", body).message()).isEqualTo("The username kim is taken.");

        organisation
                .patch("/fleet/drivers/" + driver.path("id").asText(), Map.of("driverActivationStatus", "deactivated"))
                .requireSuccess();
        assertThat(names("/fleet/drivers")).doesNotContain("Kim Road");
        assertThat(names("/fleet/drivers?driverActivationStatus=deactivated")).containsExactly("Kim Road");
    }

    @Test
    void an_address_needs_a_geofence() {
        assertThat(organisation
                        .post("/addresses", Map.of("name", "Depot", "formattedAddress", "1 Market St"))
                        .message())
                .isEqualTo("Missing required field geofence.");
    }

    private List<String> names(String path) {
        return organisation.get(path).data().findValuesAsText("name");
    }
}

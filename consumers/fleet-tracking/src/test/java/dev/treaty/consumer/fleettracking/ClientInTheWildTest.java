package dev.treaty.consumer.fleettracking;

import static au.com.dius.pact.consumer.ConsumerPactRunnerKt.runConsumerTest;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.consumer.fleettracking.connection.SamsaraApi;
import dev.treaty.consumer.http.HttpApi;
import dev.treaty.consumer.http.HttpCall;
import dev.treaty.consumer.http.HttpReply;
import dev.treaty.consumer.http.Query;
import dev.treaty.consumer.http.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Bugs that were seen in the client of a real waste company, against the contract that the tracking recorded: each is caught, and the
 * failure identifies it.
 */
class ClientInTheWildTest {

    private static final String FIRST_VEHICLE = "281474976710657";

    @Test
    void the_legacy_api_has_other_paths() {
        var result = against(
                new VehiclesPactTest()::vehicleExists, "/v1", api -> api.get("/fleet/vehicles/" + FIRST_VEHICLE));

        assertThat(result.getDescription())
                .contains("Unexpected Request")
                .contains("path: /v1/fleet/vehicles/281474976710657");
    }

    @Test
    void there_are_no_diagnostics_and_the_engine_is_among_the_statistics() {
        var result = against(
                new VehicleStatsPactTest()::enginesAndFuel,
                "",
                api -> api.get("/fleet/vehicles/diagnostics", "types=engineStates"));

        assertThat(result.getDescription())
                .contains("Unexpected Request")
                .contains("path: /fleet/vehicles/diagnostics");
    }

    @Test
    void a_vehicle_has_no_vehicle_id_and_its_heading_is_inside_its_position() {
        var result = against(new VehicleStatsPactTest()::positions, "", api -> {
            var vehicle = api.get("/fleet/vehicles/stats", "types=gps&vehicleIds=281474976710657,281474976710658")
                    .path("data")
                    .path(0);
            assertThat(vehicle.path("vehicleId").asText()
                            + vehicle.path("heading").asText())
                    .as("what the client would show on its map")
                    .isNotEmpty();
        });

        assertThat(failure(result)).hasMessageContaining("what the client would show on its map");
    }

    private static PactVerificationResult against(
            Function<PactDslWithProvider, V4Pact> contract, String prefix, Consumer<WildApi> call) {
        var pact = contract.apply(ConsumerPactBuilder.consumer("fleet-tracking")
                .pactSpecVersion(PactSpecVersion.V4)
                .hasPactWith("samsara"));
        return runConsumerTest(pact, MockProviderConfig.createDefault(PactSpecVersion.V4), (server, context) -> {
            call.accept(new WildApi(URI.create(server.getUrl() + prefix)));
            return "done";
        });
    }

    private static Throwable failure(PactVerificationResult result) {
        assertThat(result).isInstanceOf(PactVerificationResult.Error.class);
        return ((PactVerificationResult.Error) result).getError();
    }

    /** Sends the right headers, and reads whatever comes. */
    private record WildApi(URI address) {

        JsonNode get(String path) {
            return json(HttpCall.get(path));
        }

        JsonNode get(String path, String query) {
            return json(HttpCall.get(path).query(new Query(query, query)));
        }

        private JsonNode json(HttpCall call) {
            var headers = Map.of(
                    "Accept",
                    "application/json",
                    "Authorization",
                    "Bearer " + SamsaraExamples.TOKEN.value(),
                    "X-Samsara-Version",
                    SamsaraApi.VERSION);
            var timeouts = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20));
            HttpReply reply = new HttpApi("Samsara", address, headers, timeouts).send(call);
            return reply.json();
        }
    }
}

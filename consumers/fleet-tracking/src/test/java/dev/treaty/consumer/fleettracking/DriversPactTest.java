package dev.treaty.consumer.fleettracking;

import static dev.treaty.consumer.fleettracking.SamsaraBody.data;
import static dev.treaty.consumer.fleettracking.SamsaraBody.page;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.DRIVER;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.at;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.request;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.fleettracking.driver.Driver;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class DriversPactTest {

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact driversExist(PactDslWithProvider samsara) {
        return request(
                        samsara.given("drivers exist", Map.of("count", 1)).uponReceiving("a request for the drivers"),
                        "GET",
                        "/fleet/drivers")
                .query("limit=100")
                .willRespondWith()
                .status(200)
                .body(page(
                        drivers -> drivers.object(driver -> {
                            driver.stringType("id", DRIVER);
                            driver.stringType("name", "Ada Lane");
                            driver.stringValue("driverActivationStatus", "active");
                        }),
                        "cursor-of-the-end",
                        false))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "driversExist")
    void drivers_are_listed(MockServer samsara) {
        var page = at(samsara).drivers().page(100, Optional.empty());

        assertThat(page.items()).containsExactly(new Driver(DRIVER, "Ada Lane", Driver.Status.ACTIVE));
        assertThat(page.next()).isEmpty();
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact driverIsDeactivated(PactDslWithProvider samsara) {
        return request(
                        samsara.given("a driver is deactivated", Map.of("id", DRIVER))
                                .uponReceiving("a request for a driver who is deactivated"),
                        "GET",
                        "/fleet/drivers/" + DRIVER)
                .willRespondWith()
                .status(200)
                .body(data(driver -> {
                    driver.stringValue("id", DRIVER);
                    driver.stringType("name", "Ada Lane");
                    driver.stringValue("driverActivationStatus", "deactivated");
                }))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "driverIsDeactivated")
    void a_driver_who_left_can_still_be_read(MockServer samsara) {
        assertThat(at(samsara).drivers().find(DRIVER).status()).isEqualTo(Driver.Status.DEACTIVATED);
    }
}

package dev.treaty.consumer.archivist;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each state is one request and its response; {@code VodPollingTest} covers the transitions. */
@Recording
class VodStatusPactTest {

    @Pact(consumer = "archivist", provider = "cablecast")
    V4Pact queued(PactDslWithProvider cablecast) {
        return status(cablecast, 71, "queued", "a queued VOD", status -> status.numberType("percentComplete", 0));
    }

    @Test
    @PactTestFor(pactMethod = "queued")
    void a_vod_is_queued_first(MockServer cablecast) {
        var status = ArchivistFixture.at(cablecast).vods().status(71);

        assertThat(status).isEqualTo(new VodStatus(VodState.QUEUED, 0, ""));
    }

    @Pact(consumer = "archivist", provider = "cablecast")
    V4Pact processing(PactDslWithProvider cablecast) {
        return status(
                cablecast,
                72,
                "processing",
                "a VOD that is being processed",
                status -> status.numberType("percentComplete", 45));
    }

    @Test
    @PactTestFor(pactMethod = "processing")
    void a_vod_being_processed_reports_its_progress(MockServer cablecast) {
        var status = ArchivistFixture.at(cablecast).vods().status(72);

        assertThat(status).isEqualTo(new VodStatus(VodState.PROCESSING, 45, ""));
    }

    @Pact(consumer = "archivist", provider = "cablecast")
    V4Pact complete(PactDslWithProvider cablecast) {
        return status(
                cablecast, 73, "complete", "a completed VOD", status -> status.numberType("percentComplete", 100));
    }

    @Test
    @PactTestFor(pactMethod = "complete")
    void polling_ends_when_the_vod_is_complete(MockServer cablecast) throws InterruptedException {
        var polling =
                new FakePollingClock().polling(ArchivistFixture.at(cablecast).vods());

        assertThat(polling.await(73)).isEqualTo(new TranscodingResult.Complete());
    }

    @Pact(consumer = "archivist", provider = "cablecast")
    V4Pact error(PactDslWithProvider cablecast) {
        return status(cablecast, 74, "error", "a failed VOD", status -> {
            status.numberType("percentComplete", 45);
            status.stringType("errorMessage", "The source file cannot be read");
        });
    }

    @Test
    @PactTestFor(pactMethod = "error")
    void polling_ends_when_the_vod_failed_and_says_why(MockServer cablecast) throws InterruptedException {
        var polling =
                new FakePollingClock().polling(ArchivistFixture.at(cablecast).vods());

        assertThat(polling.await(74))
                .isEqualTo(new TranscodingResult.Failed(
                        new VodStatus(VodState.ERROR, 45, "The source file cannot be read")));
    }

    /** The state is exact, because the archivist decides by it; everything else is for people. */
    private static V4Pact status(
            PactDslWithProvider cablecast,
            int vod,
            String vodState,
            String subject,
            Consumer<LambdaDslObject> forPeople) {
        return cablecast
                .given("a VOD exists", Map.of("id", vod, "state", vodState))
                .uponReceiving("a request for the status of " + subject)
                .method("GET")
                .path("/cablecastapi/v1/vodstatuses/" + vod)
                .headers(Map.of("Accept", "application/json"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> root.object("vodStatus", status -> {
                            status.stringValue("vodState", vodState);
                            forPeople.accept(status);
                        }))
                        .build())
                .toPact(V4Pact.class);
    }
}

package dev.treaty.stubs.cablecast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.junit.StubServer;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

@StubServer("cablecast")
class CablecastUploadsTest {

    private static final byte[] PART = "half of it".getBytes(UTF_8);

    private final CablecastClient cablecast;

    CablecastUploadsTest(String cablecast) {
        this.cablecast = CablecastClient.withNewStation(cablecast);
    }

    @Test
    void an_upload_goes_through_its_states_and_becomes_a_file() {
        var upload = newUpload();
        cablecast.sendSegment(upload, 1, PART);
        cablecast.sendSegment(upload, 0, PART);

        var states = new ArrayList<Integer>();
        states.add(upload(upload).path("state").asInt());
        states.add(cablecast
                .put("/fileuploads/" + upload, Map.of("fileUpload", Map.of("state", 2)))
                .body()
                .at("/fileUpload/state")
                .asInt());
        for (var seconds = 0; seconds <= 15; seconds++) {
            cablecast.advance("PT1S");
            states.add(upload(upload).path("state").asInt());
        }

        // on a slow machine, the time between two looks is enough for a state
        assertThat(states).isSorted().startsWith(1, 2).endsWith(5).doesNotContain(0, 6);
        var file = cablecast.get("/digitalfiles").body().path("digitalFiles").path(0);
        assertThat(file.path("fileName").asText()).isEqualTo("council.mp4");
        assertThat(file.path("fileSize").asInt()).isEqualTo(20);
        assertThat(file.path("asset")).isEqualTo(upload(upload).path("asset"));
    }

    @Test
    void without_all_segments_an_upload_ends_as_an_error() {
        var upload = newUpload();
        cablecast.sendSegment(upload, 1, PART);
        cablecast.sendSegment(upload, 1, PART);

        cablecast.put("/fileuploads/" + upload, Map.of("fileUpload", Map.of("state", 2)));
        cablecast.advance("PT1M");

        assertThat(upload(upload).path("state").asInt()).isZero();
        assertThat(cablecast.get("/digitalfiles").body().path("digitalFiles")).isEmpty();
    }

    @Test
    void an_upload_times_out_four_hours_after_its_last_segment() {
        var upload = newUpload();
        cablecast.advance("PT3H59M");
        cablecast.sendSegment(upload, 0, PART);

        cablecast.advance("PT3H59M");
        assertThat(upload(upload).path("state").asInt()).isEqualTo(1);
        cablecast.advance("PT2M");

        assertThat(upload(upload).path("state").asInt()).isEqualTo(6);
        assertThat(cablecast.sendSegment(upload, 1, PART))
                .hasToString(
                        "400 {\"message\":\"The fileUpload 1 is not uploading any more: its state is 6 (TIMEOUT).\"}");
    }

    @Test
    void a_segment_that_the_upload_does_not_have_is_refused() {
        var refused = cablecast.sendSegment(newUpload(), 2, PART);

        assertThat(refused)
                .hasToString(
                        "400 {\"message\":\"The fileUpload 1 has 2 segments, numbered from 0, so none is number 2.\"}");
    }

    @Test
    void a_store_that_does_not_exist_is_refused() {
        var upload = Map.of("fileName", "council.mp4", "destinationStore", 99, "totalSegments", 1, "size", 10);

        var refused = cablecast.post("/fileuploads", Map.of("fileUpload", upload));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("message").asText()).endsWith("destinationStore 99 does not exist.");
    }

    @Test
    void a_segment_that_is_no_form_is_refused() {
        var refused = cablecast.post("/fileuploads/" + newUpload() + "/upload", Map.of("segment", 0));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("message").asText()).contains("multipart/form-data");
    }

    private int newUpload() {
        return cablecast.create(
                "/fileuploads",
                "fileUpload",
                Map.of("fileName", "council.mp4", "destinationStore", 11, "totalSegments", 2, "size", 2 * PART.length));
    }

    private JsonNode upload(int id) {
        return cablecast.get("/fileuploads/" + id).body().path("fileUpload");
    }
}

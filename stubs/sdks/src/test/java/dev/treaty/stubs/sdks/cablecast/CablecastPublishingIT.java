package dev.treaty.stubs.sdks.cablecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.sdks.process.PackagedStubs;
import dev.treaty.stubs.sdks.process.SharedStubs;
import dev.treaty.stubs.sdks.process.StubAccount;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A show is recorded, uploaded, published as video on demand, and scheduled, as in Cablecast's own examples. */
@ExtendWith(SharedStubs.class)
class CablecastPublishingIT {

    private static final String API = "/cablecastapi/v1";
    private static final int SEGMENT = 5 << 20;
    private static final int UPLOADING_COMPLETE = 2;
    private static final int FINISHED = 5;

    @Test
    void a_show_is_published_to_VOD_with_an_upload(PackagedStubs stubs) {
        var station = StubAccount.cablecast(stubs);
        var location = station.get(API + "/locations")
                .path("locations")
                .path(0)
                .path("id")
                .asInt();
        var configuration = station.get(API + "/vodconfigurations")
                .path("vodConfigurations")
                .path(0)
                .path("id")
                .asInt();

        var show = create(station, "/shows", "show", Map.of("title", "Council, 15 January 2026", "location", location));
        var media = create(station, "/media", "media", Map.of("mediaName", "Recording", "location", location));
        var reel = Map.of("show", show, "media", media, "reelNumber", 1, "cue", 0, "length", 3_600);
        var reelId = create(station, "/reels", "reel", reel);
        upload(station, "%d-%d-1 - Council.mp4".formatted(show, media), new byte[2 * SEGMENT + 1_000]);
        var vod = create(station, "/vods", "vod", Map.of("show", show, "vodConfiguration", configuration));
        create(station, "/chapters", "chapter", Map.of("vod", vod, "title", "Roll call", "offset", 0));
        station.advance(Duration.ofMinutes(2));
        var item = Map.of("show", show, "channel", 1, "runDateTime", "2026-01-15T18:00:00Z", "idType", 1);
        create(station, "/scheduleitems", "scheduleItem", item);

        var published = station.get(API + "/shows/" + show + "?include=reel,vod,chapter,digitalfile,scheduleitem");
        assertThat(published.path("vods").path(0).path("vodState").asText()).isEqualTo("complete");
        assertThat(published.path("vods").path(0).path("url").asText()).endsWith("/vod.mp4");
        assertThat(published.path("chapters").findValuesAsText("title")).containsExactly("Roll call");
        assertThat(published.path("digitalFiles").path(0).path("reel").asInt()).isEqualTo(reelId);
        assertThat(published.path("digitalFiles").path(0).path("fileSize").asInt())
                .isEqualTo(2 * SEGMENT + 1_000);
        assertThat(published.path("scheduleItems").findValuesAsText("runDateTime"))
                .containsExactly("2026-01-15T18:00:00Z");
    }

    private static int create(StubAccount station, String path, String root, Map<String, ?> fields) {
        return station.post(API + path, Map.of(root, fields))
                .path(root)
                .path("id")
                .asInt();
    }

    private static void upload(StubAccount station, String fileName, byte[] file) {
        var segments = (file.length + SEGMENT - 1) / SEGMENT;
        var job = Map.of("fileName", fileName, "destinationStore", 11, "totalSegments", segments, "size", file.length);
        var path = API + "/fileuploads/" + create(station, "/fileuploads", "fileUpload", job);
        for (var segment = 0; segment < segments; segment++) {
            var bytes = Arrays.copyOfRange(file, segment * SEGMENT, Math.min(file.length, (segment + 1) * SEGMENT));
            var form = new MultipartForm()
                    .field("segment", String.valueOf(segment))
                    .file("file", fileName, bytes);
            station.post(path + "/upload", MultipartForm.CONTENT_TYPE, form.toBytes());
        }
        station.put(path, Map.of("fileUpload", Map.of("state", UPLOADING_COMPLETE)));
        while (state(station, path) != FINISHED) {
            station.advance(Duration.ofSeconds(1));
        }
    }

    private static int state(StubAccount station, String path) {
        JsonNode upload = station.get(path).path("fileUpload");
        assertThat(upload.path("state").asInt()).as("%s", upload).isBetween(2, 5);
        return upload.path("state").asInt();
    }
}

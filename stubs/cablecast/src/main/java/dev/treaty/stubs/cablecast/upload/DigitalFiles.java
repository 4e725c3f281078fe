package dev.treaty.stubs.cablecast.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.cablecast.resource.Resources;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files in the stores. One belongs to a reel if the reel names it ({@code userFileName}), or if its name begins with show, media and
 * number of the reel, as Cablecast names recordings: {@code 42-7-1 - Council.mp4}.
 */
record DigitalFiles(Resources resources) {

    private static final Pattern KEY = Pattern.compile("(\\d{1,9})-(\\d{1,9})-(\\d{1,9})\\b.*");
    private static final String REEL = "reel";

    /** Adds the file of a finished upload. */
    void add(ObjectNode upload) {
        var name = upload.path("fileName").asText();
        var file = Json.object();
        file.put("fileName", name).put("path", name).put("isValid", true).put("isStreamable", true);
        file.set("fileSize", upload.get("size"));
        file.set("asset", upload.get("asset"));
        resources.all("location").findFirst().ifPresent(location -> file.set("location", location.get("id")));
        reel(name).ifPresent(reel -> link(file, reel));
        resources.create("digitalFile", file);
    }

    private Optional<ObjectNode> reel(String fileName) {
        return resources
                .all(REEL)
                .filter(reel -> reel.path("userFileName").asText().equals(fileName))
                .findFirst()
                .or(() -> reelByKey(fileName));
    }

    private Optional<ObjectNode> reelByKey(String fileName) {
        var key = KEY.matcher(fileName);
        return key.matches()
                ? resources.with(REEL, "show", key.group(1)).stream()
                        .filter(reel -> reel.path("media").asText().equals(key.group(2))
                                && reel.path("reelNumber").asText().equals(key.group(3)))
                        .findFirst()
                : Optional.empty();
    }

    /** Links a reel to the file that it names, if there is one. */
    void linkByName(ObjectNode reel) {
        var name = reel.path("userFileName").asText();
        if (!name.isEmpty()) {
            resources
                    .all("digitalFile")
                    .filter(file -> file.path("fileName").asText().equals(name))
                    .findFirst()
                    .ifPresent(file -> {
                        link(file, reel);
                        resources.store("digitalFile", file);
                    });
        }
    }

    private void link(ObjectNode file, ObjectNode reel) {
        file.set("show", reel.get("show"));
        file.set(REEL, reel.get("id"));
        file.set("reelNumber", reel.get("reelNumber"));
        reel.put("hasValidFile", true);
        reel.set("playbackAsset", file.get("asset"));
        resources.store(REEL, reel);
        resources
                .find("asset", file.path("asset").asText())
                .ifPresent(asset -> resources.store("asset", asset.put("statusType", "Linked")));
    }
}

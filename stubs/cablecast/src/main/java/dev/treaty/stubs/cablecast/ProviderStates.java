package dev.treaty.stubs.cablecast;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.cablecast.resource.Resources;
import dev.treaty.stubs.cablecast.vod.Transcoding;
import dev.treaty.stubs.vendor.world.Json;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The provider states of the contracts. The ids that their parameters name are given to what they need.
 *
 * @param parameters of the state
 */
record ProviderStates(Resources resources, ObjectNode parameters) {

    private static final int SOME_SHOW = 4_200;
    private static final int HOUR = 3_600;

    /** @throws IllegalArgumentException if there is no such state */
    void bringAbout(String state) {
        switch (state) {
            case "a location exists" -> add("location", id(), Json.object().put("name", "Main"));
            case "a VOD configuration exists" -> add("vodConfiguration", id(), configuration("Web"));
            case "VOD configurations exist" -> addConfigurations();
            case "a show exists" -> addShow(id(), "Council, 15 January 2026");
            case "no show exists" -> resources.delete("show", id());
            case "shows match a search" -> addMatchingShows();
            case "a show has reels and VODs" -> addShowWithReelsAndVods();
            case "a VOD exists" -> addVod(id(), parameters.path("state").asText("complete"));
            case "a VOD has chapters" -> addChapters();
            case "shows are scheduled" -> addSchedule();
            case "no show matches a search", "writing requires credentials", "a user has a different password" -> {
                // always so
            }
            default -> throw new IllegalArgumentException(state);
        }
    }

    private String id() {
        return parameters.path("id").asText();
    }

    private int count(String parameter) {
        return parameters.path(parameter).asInt(1);
    }

    /** Adds a resource, or replaces the one with the same id. */
    private ObjectNode add(String singular, String id, ObjectNode values) {
        resources.delete(singular, id);
        return resources.create(singular, values.put("id", Long.parseLong(id)));
    }

    private ObjectNode addShow(String id, String title) {
        return add(
                "show",
                id,
                Json.object()
                        .put("title", title)
                        .put("comments", "Imported from tape")
                        .put("location", 1));
    }

    private void addMatchingShows() {
        var words = parameters.path("search").asText();
        for (var i = 1; i <= count("count"); i++) {
            resources.create("show", Json.object().put("title", words + " " + i).put("location", 1));
        }
    }

    private ObjectNode configuration(String name) {
        return Json.object()
                .put("name", name)
                .put("location", parameters.path("location").asInt(1));
    }

    private void addConfigurations() {
        resources
                .all("vodConfiguration")
                .toList()
                .forEach(other ->
                        resources.delete("vodConfiguration", other.path("id").asText()));
        for (var i = 1; i <= count("count"); i++) {
            resources.create("vodConfiguration", configuration("Configuration " + i));
        }
    }

    private void addShowWithReelsAndVods() {
        addShow(id(), "Council, 15 January 2026");
        for (var i = 1; i <= count("reels"); i++) {
            addReel(id(), i);
        }
        for (var i = 1; i <= count("vods"); i++) {
            force(resources.create("vod", vod(Integer.parseInt(id()))), "complete");
        }
    }

    private void addReel(String show, int number) {
        var media = resources.create(
                "media", Json.object().put("mediaName", "Tape " + number).put("location", 1));
        var reel = Json.object()
                .put("show", Long.parseLong(show))
                .put("reelNumber", number)
                .put("length", HOUR);
        reel.set("media", media.get("id"));
        resources.create("reel", reel);
    }

    private static ObjectNode vod(int show) {
        return Json.object().put("show", show).put("vodConfiguration", 1);
    }

    private void addVod(String id, String state) {
        if (resources.find("show", String.valueOf(SOME_SHOW)).isEmpty()) {
            addShow(String.valueOf(SOME_SHOW), "Council, 15 January 2026");
        }
        force(add("vod", id, vod(SOME_SHOW)), state);
    }

    private void force(ObjectNode vod, String state) {
        var error = state.equals("error") ? "The source file cannot be read" : "";
        Transcoding.force(resources, vod, state, error);
    }

    private void addChapters() {
        addVod(id(), "complete");
        var titles = List.of("Roll call", "Public comment", "Old business", "New business");
        for (var i = 0; i < count("count"); i++) {
            resources.create(
                    "chapter",
                    Json.object()
                            .put("vod", Long.parseLong(id()))
                            .put("title", titles.get(i % titles.size()))
                            .put("offset", i * HOUR / 4)
                            .put("order", i + 1));
        }
    }

    private void addSchedule() {
        var day = LocalDate.parse(parameters.path("day").asText("2026-01-15"));
        var channel = parameters.path("channel").asInt(1);
        if (resources.find("channel", String.valueOf(channel)).isEmpty()) {
            add("channel", String.valueOf(channel), Json.object().put("name", "Channel " + channel));
        }
        for (var i = 0; i < count("count"); i++) {
            var show = resources.create(
                    "show", Json.object().put("title", "Council " + (i + 1)).put("location", 1));
            addReel(show.path("id").asText(), 1);
            var item = Json.object().put("channel", channel).put("idType", 1);
            item.set("show", show.get("id"));
            item.put(
                    "runDateTime",
                    day.atTime(9 + i, 0).toInstant(ZoneOffset.UTC).toString());
            item.put("day", channel + "/" + day);
            resources.create("scheduleItem", item);
        }
    }
}

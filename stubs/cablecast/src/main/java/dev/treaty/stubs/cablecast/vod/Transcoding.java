package dev.treaty.stubs.cablecast.vod;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.cablecast.resource.CablecastTime;
import dev.treaty.stubs.cablecast.resource.ResourceRules;
import dev.treaty.stubs.cablecast.resource.Resources;
import dev.treaty.stubs.cablecast.resource.StateTimer;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * VODs are transcoded two minutes after they were created, whether or not there is a file: a test has no video. One that is enabled again
 * is transcoded again. A test may also put a VOD into any state.
 */
public final class Transcoding implements ResourceRules {

    /** What is due when a state is over. */
    public static final String ACTION = "vod-state";

    private static final String VOD = "vod";
    private static final String STATUS = "vodStatus";
    private static final String STATE = "vodState";
    private static final String ERROR = "errorMessage";
    private static final String PROGRESS = "progress";
    private static final int ALL = 100;
    private static final StateTimer TIMER = new StateTimer(VOD, ACTION);

    @Override
    public void check(Resources resources, ObjectNode vod, ObjectNode submitted, @Nullable ObjectNode previous) {
        if (!vod.hasNonNull("vodConfiguration")) {
            resources
                    .all("vodConfiguration")
                    .findFirst()
                    .ifPresent(configuration -> vod.set("vodConfiguration", configuration.get("id")));
        }
        if (previous != null && isDisabled(vod) != isDisabled(previous)) {
            enter(resources, vod, isDisabled(vod) ? VodState.DISABLED : VodState.QUEUED, "");
        }
    }

    private static boolean isDisabled(ObjectNode vod) {
        return vod.path("disabled").asBoolean();
    }

    @Override
    public void created(Resources resources, ObjectNode vod) {
        enter(resources, vod, isDisabled(vod) ? VodState.DISABLED : VodState.QUEUED, "");
    }

    /** The next state of a VOD is due. */
    public static void proceed(World world, ObjectNode data) {
        var resources = new Resources(world);
        resources
                .find(VOD, data.path(VOD).asText())
                .ifPresent(vod -> state(vod).next().ifPresent(next -> enter(resources, vod, next, "")));
    }

    /**
     * Puts a VOD into a state; from there, it goes on by itself.
     *
     * @param state e.g. {@code "error"}
     * @param errorMessage empty if there is none
     * @throws IllegalArgumentException if there is no such state
     */
    public static void force(Resources resources, ObjectNode vod, String state, String errorMessage) {
        enter(resources, vod, VodState.of(state).orElseThrow(() -> new IllegalArgumentException(state)), errorMessage);
    }

    private static void enter(Resources resources, ObjectNode vod, VodState state, String errorMessage) {
        vod.put(PROGRESS, progressOnEntry(vod, state, percent(vod, resources.now())));
        vod.put(STATE, state.text()).put(ERROR, errorMessage);
        vod.put("stateChange", resources.now().toString());
        TIMER.restart(resources, vod, state.next().map(next -> state.duration()));
        resources.store(VOD, vod);
        noteStatus(resources, vod);
    }

    /** Notes that a VOD has another state, by which statuses are found. */
    private static void noteStatus(Resources resources, ObjectNode vod) {
        var id = vod.path("id");
        var status = resources
                .find(STATUS, id.asText())
                .orElseGet(() -> resources.create(
                        STATUS, Json.object().<ObjectNode>set("id", id).set(VOD, id)));
        status.set(STATE, vod.get(STATE));
        resources.store(STATUS, status);
    }

    private static int progressOnEntry(ObjectNode vod, VodState state, int before) {
        return switch (state) {
            case QUEUED, WAITING, UNKNOWN -> 0;
            case COMPLETE -> ALL;
            case PROCESSING -> state(vod) == VodState.QUEUED ? 0 : before;
            default -> before;
        };
    }

    private static VodState state(ObjectNode vod) {
        return VodState.of(vod.path(STATE).asText()).orElse(VodState.UNKNOWN);
    }

    /** While it is processed, a VOD gets on evenly. */
    private static int percent(ObjectNode vod, Instant now) {
        var atEntry = vod.path(PROGRESS).asInt();
        if (state(vod) != VodState.PROCESSING) {
            return atEntry;
        }
        var since = Duration.between(Instant.parse(vod.path("stateChange").asText()), now);
        var passed = Math.max(0, since.toMillis())
                * (ALL - atEntry)
                / VodState.PROCESSING.duration().toMillis();
        return (int) Math.min(ALL - 1, atEntry + passed);
    }

    @Override
    public void show(Resources resources, ObjectNode vod, ObjectNode shown) {
        var isComplete = state(vod) == VodState.COMPLETE;
        var id = vod.path("id").asText();
        showStatus(resources, vod, shown);
        shown.set(STATUS, vod.get("id"));
        shown.put("isWatchable", isComplete);
        shown.put("length", length(resources, vod));
        if (isComplete) {
            var url = "https://vod.cablecast.example/store-1/%s-%s-v1/vod.mp4".formatted(id, slug(resources, vod));
            shown.put("url", url);
            shown.put("embedCode", "<video controls src=\"%s\"></video>".formatted(url));
        } else {
            shown.putNull("url").putNull("embedCode");
        }
    }

    private static BigDecimal length(Resources resources, ObjectNode vod) {
        return resources.with("reel", "show", vod.path("show").asText()).stream()
                .map(reel -> reel.path("length").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String slug(Resources resources, ObjectNode vod) {
        var title = resources
                .find("show", vod.path("show").asText())
                .map(show -> show.path("title").asText())
                .orElse("show");
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** How far a VOD is, as its status says it. */
    static void showStatus(Resources resources, ObjectNode vod, ObjectNode shown) {
        shown.put(STATE, state(vod).text());
        shown.put("percentComplete", percent(vod, resources.now()));
        shown.put(ERROR, vod.path(ERROR).asText());
        shown.put("statusMessage", "");
        shown.put(
                "stateChange",
                CablecastTime.write(Instant.parse(vod.path("stateChange").asText())));
    }
}

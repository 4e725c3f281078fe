package dev.treaty.stubs.twilio.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.Callbacks;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recording of a call.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/recording">Twilio, recordings</a>
 */
public final class Recording {

    /** Recordings, by the call that they are of. */
    static final ObjectKind KIND = ResourceTable.kind("recording", "call_sid");

    /** The purpose of its callbacks. */
    static final String CALLBACK = "twilio-recording-status";

    private static final String API_VERSION = "2010-04-01";
    private static final String LISTENER = "_listener";

    private final World world;
    private final ObjectNode resource;

    private Recording(World world, ObjectNode resource) {
        this.world = world;
        this.resource = resource;
    }

    /**
     * Starts a recording.
     *
     * @param source e.g. {@code "RecordVerb"}
     * @param channels {@code 2} for {@code dual}
     * @param baseUrl where the application reaches this server
     * @param listener who is told about it
     */
    public static Recording start(
            World world,
            String accountSid,
            String callSid,
            String source,
            int channels,
            String baseUrl,
            RecordingListener listener) {
        var sid = Sid.random("RE");
        var now = TwilioDates.rfc2822(world.now());
        var uri = "/" + API_VERSION + "/Accounts/" + accountSid + "/Recordings/" + sid;
        var resource = Json.object()
                .put("account_sid", accountSid)
                .put("api_version", API_VERSION)
                .put("call_sid", callSid)
                .put("channels", channels)
                .put("conference_sid", (String) null)
                .put("date_created", now)
                .put("date_updated", now)
                .put("duration", "-1")
                .put("encryption_details", (String) null)
                .put("error_code", (Integer) null)
                .put("media_url", baseUrl + uri)
                .put("price", (String) null)
                .put("price_unit", "USD")
                .put("sid", sid)
                .put("source", source)
                .put("start_time", now)
                .put("status", "in-progress")
                .put("track", "both")
                .put("uri", uri + ".json");
        resource.putObject("subresource_uris")
                .put("add_on_results", uri + "/AddOnResults.json")
                .put("transcriptions", uri + "/Transcriptions.json");
        resource.set(LISTENER, listener.toJson());
        var recording = new Recording(world, resource);
        recording.store();
        recording.tell();
        return recording;
    }

    /** A recording that exists. */
    public static Optional<Recording> find(World world, String sid) {
        return ResourceTable.of(world, KIND).find(sid).map(resource -> new Recording(world, resource));
    }

    /** The recordings of a call that are not over. */
    public static List<Recording> running(World world, String callSid) {
        return ResourceTable.of(world, KIND)
                .newestFirst("call_sid", callSid)
                .filter(resource -> !resource.path("status").asText().equals("completed"))
                .map(resource -> new Recording(world, resource))
                .toList();
    }

    /** E.g. {@code "RE0123456789abcdef0123456789abcdef"}. */
    public String sid() {
        return resource.path("sid").asText();
    }

    /** Where the application can hear it. */
    public String url() {
        return resource.path("media_url").asText();
    }

    /** In whole seconds; 0 until it is over. */
    public int duration() {
        return Math.max(0, resource.path("duration").asInt(0));
    }

    /** For clients. */
    public ObjectNode resource() {
        return resource;
    }

    /** Ends it now. */
    public void complete() {
        var started = TwilioDates.parseRfc2822(resource.path("start_time").asText());
        complete(Duration.between(started, world.now()));
    }

    /** Ends it; it is at least a second long. */
    public void complete(Duration duration) {
        resource.put("duration", String.valueOf(Math.max(1, duration.toSeconds())))
                .put("price", "-0.00250");
        become("completed");
    }

    /** Changes its status, which its listener is told of. */
    void become(String status) {
        resource.put("status", status).put("date_updated", TwilioDates.rfc2822(world.now()));
        store();
        tell();
    }

    private void store() {
        ResourceTable.of(world, KIND).put(resource);
    }

    private void tell() {
        var listener = RecordingListener.fromJson(resource.path(LISTENER));
        var status = resource.path("status").asText();
        if (listener.events().contains(status)) {
            var callSid = resource.path("call_sid").asText();
            Callbacks.send(
                    world,
                    CALLBACK,
                    callSid,
                    resource.path("account_sid").asText(),
                    listener.method(),
                    listener.url(),
                    fields(status),
                    Json.object());
        }
    }

    private Map<String, String> fields(String status) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("AccountSid", resource.path("account_sid").asText());
        fields.put("CallSid", resource.path("call_sid").asText());
        fields.put("RecordingSid", sid());
        fields.put("RecordingUrl", url());
        fields.put("RecordingStatus", status);
        fields.put("RecordingDuration", String.valueOf(duration()));
        fields.put("RecordingChannels", resource.path("channels").asText());
        fields.put("RecordingStartTime", resource.path("start_time").asText());
        fields.put("RecordingSource", resource.path("source").asText());
        fields.put("RecordingTrack", resource.path("track").asText());
        fields.put("ErrorCode", "0");
        return fields;
    }
}

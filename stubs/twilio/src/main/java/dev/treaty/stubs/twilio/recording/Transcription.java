package dev.treaty.stubs.twilio.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.Callbacks;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was said in a recording that {@code <Record transcribe="true">} has made.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/recording-transcription">Twilio, transcriptions</a>
 */
public final class Transcription {

    static final ObjectKind KIND = ResourceTable.kind("transcription", "account_sid", "recording_sid");

    /** The purpose of its callbacks. */
    static final String CALLBACK = "twilio-transcription";

    /** What Twilio writes when nothing was said. */
    private static final String SILENCE = "(blank)";

    private static final String API_VERSION = "2010-04-01";

    private Transcription() {}

    /**
     * Transcribes a recording that is over.
     *
     * @param text what was said; may be empty
     * @param callback of the application; empty for none
     * @param call what its callback says of the call
     */
    public static void create(
            World world, Recording recording, String text, String callback, Map<String, String> call) {
        var transcription = resource(world, recording, text.isEmpty() ? SILENCE : text);
        ResourceTable.of(world, KIND).put(transcription);
        Callbacks.send(
                world,
                CALLBACK,
                recording.sid(),
                transcription.path("account_sid").asText(),
                "POST",
                callback,
                fields(transcription, recording, call),
                Json.object());
    }

    private static ObjectNode resource(World world, Recording recording, String text) {
        var sid = Sid.random("TR");
        var account = recording.resource().path("account_sid").asText();
        var now = TwilioDates.rfc2822(world.now());
        return Json.object()
                .put("account_sid", account)
                .put("api_version", API_VERSION)
                .put("date_created", now)
                .put("date_updated", now)
                .put("duration", String.valueOf(recording.duration()))
                .put("price", "-0.05000")
                .put("price_unit", "USD")
                .put("recording_sid", recording.sid())
                .put("sid", sid)
                .put("status", "completed")
                .put("transcription_text", text)
                .put("type", "fast")
                .put("uri", "/" + API_VERSION + "/Accounts/" + account + "/Transcriptions/" + sid + ".json");
    }

    private static Map<String, String> fields(ObjectNode transcription, Recording recording, Map<String, String> call) {
        var fields = new LinkedHashMap<>(call);
        fields.put("TranscriptionSid", transcription.path("sid").asText());
        fields.put("TranscriptionText", transcription.path("transcription_text").asText());
        fields.put("TranscriptionStatus", "completed");
        fields.put("TranscriptionType", "fast");
        fields.put(
                "TranscriptionUrl",
                recording
                        .url()
                        .replaceFirst(
                                "/Recordings/.*",
                                "/Transcriptions/" + transcription.path("sid").asText()));
        fields.put("RecordingSid", recording.sid());
        fields.put("RecordingUrl", recording.url());
        return fields;
    }
}

package dev.treaty.stubs.twilio.twiml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;

/**
 * Reads what an application responds to Twilio, by its content type: XML is TwiML, text is said (or sent, to a message), audio is
 * played.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml#twilios-request-to-your-application">Twilio, TwiML for voice</a>
 */
public final class TwimlReader {

    /** For calls. */
    public static final TwimlReader VOICE = new TwimlReader(TwimlSchema.VOICE, "Say");

    /** For messages. */
    public static final TwimlReader MESSAGING = new TwimlReader(TwimlSchema.MESSAGING, "Message");

    /** What Twilio reads at most; see its error 11750. */
    private static final int MAX_BYTES = 64 * 1024;

    private static final int TOO_LARGE = 11750;
    private static final int CONTENT_TYPE = 12300;

    private final TwimlSchema schema;
    private final String textVerb;

    private TwimlReader(TwimlSchema schema, String textVerb) {
        this.schema = schema;
        this.textVerb = textVerb;
    }

    /**
     * Reads a response.
     *
     * @param contentType its header; empty if there is none
     * @param url where it comes from, for audio
     */
    public TwimlResult read(String contentType, String body, String url) {
        var length = body.getBytes(UTF_8).length;
        if (length > MAX_BYTES) {
            return failed(
                    TOO_LARGE, "TwiML response body too large: %d bytes, at most %d".formatted(length, MAX_BYTES));
        }
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/xml", "application/xml", "text/html" -> TwimlDocuments.parse(body, schema);
            case "text/plain" -> document(TwimlElement.of(textVerb, body.strip()));
            default ->
                type.startsWith("audio/")
                        ? document(TwimlElement.of("Play", url))
                        : failed(CONTENT_TYPE, "Invalid Content-Type: \"%s\" supplied".formatted(type));
        };
    }

    /** Reads TwiML that was not fetched, such as the parameter {@code Twiml} of a call. */
    public TwimlResult read(String twiml) {
        return read("text/xml", twiml, "");
    }

    private static TwimlResult document(TwimlElement verb) {
        return new TwimlResult.Document(List.of(verb), List.of());
    }

    private static TwimlResult failed(int code, String message) {
        return new TwimlResult.Failed(new TwimlProblem(code, message));
    }
}

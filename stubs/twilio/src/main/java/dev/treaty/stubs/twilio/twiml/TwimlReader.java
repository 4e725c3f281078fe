package dev.treaty.stubs.twilio.twiml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
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
    public TwimlResult read(String contentType, byte[] body, String url) {
        if (body.length > MAX_BYTES) {
            return failed(
                    TOO_LARGE, "TwiML response body too large: %d bytes, at most %d".formatted(body.length, MAX_BYTES));
        }
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/xml", "application/xml", "text/html" -> TwimlDocuments.parse(body, schema);
            case "text/plain" -> document(TwimlElement.of(textVerb, new String(body, charset(contentType)).strip()));
            default ->
                type.startsWith("audio/")
                        ? document(TwimlElement.of("Play", url))
                        : failed(CONTENT_TYPE, "Invalid Content-Type: \"%s\" supplied".formatted(type));
        };
    }

    /** Reads TwiML that was not fetched, such as the parameter {@code Twiml} of a call. */
    public TwimlResult read(String twiml) {
        return read("text/xml", twiml.getBytes(UTF_8), "");
    }

    private static TwimlResult document(TwimlElement verb) {
        return new TwimlResult.Document(List.of(verb), List.of());
    }

    private static TwimlResult failed(int code, String message) {
        return new TwimlResult.Failed(new TwimlProblem(code, message));
    }

    private static Charset charset(String contentType) {
        var mark = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (mark < 0) {
            return UTF_8;
        }
        var name = contentType.substring(mark + 8).split("[;\\s]", 2)[0].replace("\"", "");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return UTF_8;
        }
    }
}

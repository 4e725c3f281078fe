package dev.treaty.consumer.securitydesk.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * Reads a message as an event: CloudEvents 1.0 in structured content mode. Unknown types and members are ignored; what is known must match its
 * schema.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">the JSON format</a>
 */
public final class ThreatEventReader {

    /** What a message's content type must be. */
    public static final String CONTENT_TYPE = "application/cloudevents+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ThreatEventReader() {}

    /**
     * Reads one message.
     *
     * @param contentType from the message's metadata
     * @param body the bytes, as received
     * @throws UnreadableThreatEvent if it is no such event; it will be none when it is delivered again
     */
    public static ThreatEvent read(String contentType, byte[] body) {
        if (!contentType.toLowerCase(Locale.ROOT).startsWith(CONTENT_TYPE)) {
            throw new UnreadableThreatEvent("its content type is not " + CONTENT_TYPE);
        }
        var event = parse(body);
        if (!event.path("specversion").asText().equals("1.0")) {
            throw new UnreadableThreatEvent("it is of another version of CloudEvents than 1.0");
        }
        var type = text(event, "type");
        var data = event.path("data");
        return switch (type) {
            case "dev.treaty.address.judged-malicious.v1" ->
                new ThreatEvent.AddressJudgedMalicious(
                        text(data, "ip"),
                        number(data, "risk"),
                        StreamSupport.stream(data.path("reasons").spliterator(), false)
                                .map(JsonNode::asText)
                                .toList());
            case "dev.treaty.source.unavailable.v1" -> new ThreatEvent.SourceUnavailable(text(data, "source"));
            case "dev.treaty.source.recovered.v1" -> new ThreatEvent.SourceRecovered(text(data, "source"));
            case "dev.treaty.source.key-expires.v1" ->
                new ThreatEvent.SourceKeyExpires(text(data, "source"), day(data, "expiresOn"));
            default -> new ThreatEvent.Unknown(type);
        };
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            // Not its message, which quotes the text.
            throw new UnreadableThreatEvent("it is not JSON");
        }
    }

    private static String text(JsonNode object, String name) {
        var value = object.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new UnreadableThreatEvent("it has no text at " + name);
        }
        return value.textValue();
    }

    private static int number(JsonNode object, String name) {
        var value = object.path(name);
        if (!value.isInt()) {
            throw new UnreadableThreatEvent("it has no whole number at " + name);
        }
        return value.intValue();
    }

    private static LocalDate day(JsonNode object, String name) {
        try {
            return LocalDate.parse(text(object, name));
        } catch (DateTimeException e) {
            throw new UnreadableThreatEvent("it has no day at " + name);
        }
    }
}

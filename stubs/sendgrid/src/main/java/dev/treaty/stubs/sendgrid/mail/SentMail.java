package dev.treaty.stubs.sendgrid.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mail to one recipient, as it is kept. */
final class SentMail {

    static final ObjectKind MAILS = ObjectKind.of("mail", "batch_id");

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+");
    private static final String STATUS = "status";

    private final ObjectNode stored;

    SentMail(ObjectNode stored) {
        this.stored = stored;
    }

    static Optional<SentMail> find(World world, String id) {
        return world.objects(MAILS).find(id).map(SentMail::new);
    }

    String id() {
        return stored.path("id").asText();
    }

    String email() {
        return stored.path("to").asText();
    }

    String status() {
        return stored.path(STATUS).asText();
    }

    String batch() {
        return stored.path("batch_id").asText();
    }

    /** {@code mail_settings} of the request. */
    ObjectNode settings() {
        return stored.path("mail_settings") instanceof ObjectNode settings ? settings : Json.object();
    }

    /** Its group of mails that a recipient can unsubscribe from. */
    Optional<Long> group() {
        return stored.has("asm_group_id")
                ? Optional.of(stored.path("asm_group_id").asLong())
                : Optional.empty();
    }

    String firstLink() {
        var link = LINK.matcher(
                stored.path("html").asText() + " " + stored.path("text").asText());
        return link.find() ? link.group() : "https://example.com/";
    }

    /** How many attempts there were, this one included. */
    int countAttempt() {
        var attempts = stored.path("attempts").asInt() + 1;
        stored.put("attempts", attempts);
        return attempts;
    }

    /** Notes what has become of it. */
    void become(World world, String status) {
        stored.put(STATUS, status);
        world.objects(MAILS).put(stored);
    }

    /** What each of its events says of it. */
    ObjectNode inEvents() {
        return stored.path("event").deepCopy();
    }

    /** For people and tests. */
    ObjectNode shown() {
        var shown = stored.deepCopy();
        shown.remove("event");
        return shown;
    }
}

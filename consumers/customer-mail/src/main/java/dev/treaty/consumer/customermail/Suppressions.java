package dev.treaty.consumer.customermail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sendgrid.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The people to whom SendGrid delivers nothing.
 *
 * <p>Every method throws {@link ApiKeyRefused}, {@link NotPermitted}, {@link RequestRefused}, {@link TooManyRequests} or
 * {@link SendGridUnavailable}.
 */
public final class Suppressions {

    private static final String BOUNCES = "suppression/bounces";
    private static final String UNSUBSCRIBED = "asm/suppressions/global";
    private static final int PAGE = 500;

    private final SendGridConnection sendGrid;
    private final int pageSize;

    /** The suppressions of the connection's account, read in pages of 500. */
    public Suppressions(SendGridConnection sendGrid) {
        this(sendGrid, PAGE);
    }

    Suppressions(SendGridConnection sendGrid, int pageSize) {
        this.sendGrid = sendGrid;
        this.pageSize = pageSize;
    }

    /** All bounces since a moment, to the second; asks until a page is not full. */
    public List<Bounce> bouncesSince(Instant start) {
        var bounces = new ArrayList<Bounce>();
        int read;
        do {
            var page = bounces(start, bounces.size());
            read = page.size();
            bounces.addAll(page);
        } while (read == pageSize);
        return List.copyOf(bounces);
    }

    private List<Bounce> bounces(Instant start, int offset) {
        var query = Map.of(
                "start_time", String.valueOf(start.getEpochSecond()),
                "limit", String.valueOf(pageSize),
                "offset", String.valueOf(offset));
        return bounces(sendGrid.execute(Method.GET, BOUNCES, query, ""));
    }

    private static List<Bounce> bounces(SendGridReply reply) {
        var bounces = new ArrayList<Bounce>();
        reply.array().forEach(bounce -> bounces.add(bounce(reply, bounce)));
        return bounces;
    }

    private static Bounce bounce(SendGridReply reply, JsonNode bounce) {
        return new Bounce(
                new EmailAddress(reply.text(bounce, "email")),
                reply.time(bounce, "created"),
                bounce.path("reason").asText(""),
                bounce.path("status").asText(""));
    }

    /** Why mail to an address bounced; empty if it did not. */
    public Optional<Bounce> bounce(EmailAddress address) {
        return bounces(sendGrid.execute(Method.GET, BOUNCES + "/" + address, Map.of(), "")).stream()
                .findFirst();
    }

    /** Has SendGrid deliver to an address again, because its owner has mended it. */
    public void forgetBounce(EmailAddress address) {
        sendGrid.execute(Method.DELETE, BOUNCES + "/" + address, Map.of(), "");
    }

    /** Whether somebody wants no mail at all. */
    public boolean isUnsubscribed(EmailAddress address) {
        return sendGrid.execute(Method.GET, UNSUBSCRIBED + "/" + address, Map.of(), "")
                .object()
                .path("recipient_email")
                .isTextual();
    }

    /** Has SendGrid deliver nothing to an address; may be repeated. */
    public void unsubscribe(EmailAddress address) {
        var request = JsonNodeFactory.instance.objectNode();
        request.putArray("recipient_emails").add(address.value());
        sendGrid.execute(Method.POST, UNSUBSCRIBED, Map.of(), request.toString());
    }

    /** Has SendGrid deliver to an address again, because its owner asks for it. */
    public void resubscribe(EmailAddress address) {
        sendGrid.execute(Method.DELETE, UNSUBSCRIBED + "/" + address, Map.of(), "");
    }
}

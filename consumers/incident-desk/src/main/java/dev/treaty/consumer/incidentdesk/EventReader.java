package dev.treaty.consumer.incidentdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a message as an event: CloudEvents 1.0 in structured content mode, JSON format.
 *
 * <p>A publisher may add anything to its events: unknown types and fields are ignored. What is known
 * must match its schema, and an event in another version of its schema is refused.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">the JSON format</a>
 */
public final class EventReader {

    /** What a message's content type must be; not {@code application/cloudevents-batch+json}. */
    public static final String CONTENT_TYPE = "application/cloudevents+json";

    /** JSON is always UTF-8 (RFC 8259, section 8.1), though some senders state it. */
    private static final String UTF_8 = "\\s*(;\\s*charset=\"?utf-8\"?\\s*)?";

    private static final Pattern STRUCTURED =
            Pattern.compile(Pattern.quote(CONTENT_TYPE) + UTF_8, Pattern.CASE_INSENSITIVE);
    private static final Pattern JSON = Pattern.compile("application/json" + UTF_8, Pattern.CASE_INSENSITIVE);

    private EventReader() {}

    /**
     * Reads one message.
     *
     * @param contentType from the message's metadata
     * @param body the bytes, as received
     */
    public static EventReadResult read(String contentType, byte[] body) {
        try {
            if (!STRUCTURED.matcher(contentType).matches()) {
                throw new UnreadableEvent("its content type is not " + CONTENT_TYPE);
            }
            return read(JsonMembers.parse(body));
        } catch (UnreadableEvent e) {
            return new EventReadResult.Unreadable(e.complaint());
        }
    }

    private static EventReadResult read(JsonMembers event) throws UnreadableEvent {
        if (!event.text("specversion").equals("1.0")) {
            throw new UnreadableEvent("it is of another version of CloudEvents than 1.0");
        }
        var id = new EventId(event.token("source"), event.token("id"));
        var statedType = event.token("type");
        var type = EventType.ofAnyVersion(statedType);
        return type.isPresent()
                ? read(id, type.get(), statedType, event)
                : new EventReadResult.Read(new Event.Unknown(id, statedType));
    }

    private static EventReadResult read(EventId id, EventType type, String statedType, JsonMembers event)
            throws UnreadableEvent {
        if (!statedType.equals(type.type())) {
            return new EventReadResult.UnsupportedSchema(id, statedType, type.type());
        }
        var schema = event.token("dataschema");
        if (!schema.equals(type.dataSchema())) {
            return new EventReadResult.UnsupportedSchema(id, schema, type.dataSchema());
        }
        if (!JSON.matcher(event.text("datacontenttype")).matches()) {
            throw new UnreadableEvent("its $.datacontenttype is not application/json");
        }
        var context = new EventContext(id, statedType, event.token("subject"), event.time("time"));
        return new EventReadResult.Read(event(type, context, event.object("data")));
    }

    private static Event event(EventType type, EventContext context, JsonMembers data) throws UnreadableEvent {
        return switch (type) {
            case CLONE_COMPLETED -> new Event.CloneCompleted(context, clone(data));
            case CLONE_FAILED -> failed(context, data);
            case CLONE_CANCELLED -> new Event.CloneCancelled(context, clone(data), data.token("cancelledBy"));
            case ENVIRONMENT_RESTORED ->
                new Event.EnvironmentRestored(
                        context, data.token("environment"), data.token("backup"), data.token("restoredBy"));
            case PRODUCTION_ACCESS_REFUSED -> refused(context, data);
            case BACKUP_EXPIRES ->
                new Event.BackupExpires(context, data.token("id"), data.token("environment"), data.time("expiresAt"));
            case VENDOR_DEGRADED -> degraded(context, data);
            case VENDOR_RECOVERED -> new Event.VendorRecovered(context, data.token("vendor"), data.time("degradedAt"));
            case COST_THRESHOLD_REACHED -> costs(context, data);
            case KEY_EXPIRES ->
                new Event.KeyExpires(context, data.token("vendor"), data.date("rotateBy"), data.integer("daysLeft"));
        };
    }

    private static CloneReference clone(JsonMembers data) throws UnreadableEvent {
        return new CloneReference(data.token("id"), data.token("source"), data.token("target"));
    }

    private static Event failed(EventContext context, JsonMembers data) throws UnreadableEvent {
        var problem = data.object("problem");
        return new Event.CloneFailed(
                context,
                clone(data),
                data.token("phase"),
                data.flag("rolledBack"),
                new Event.Reason(problem.token("type"), problem.text("title"), problem.text("fix")));
    }

    private static Event refused(EventContext context, JsonMembers data) throws UnreadableEvent {
        // Stated so that whoever reads the message itself is warned as well; nothing less is ever refused at these
        // walls.
        if (!data.text("level").equals("critical")) {
            throw new UnreadableEvent("its $.data.level is not critical");
        }
        return new Event.ProductionAccessRefused(
                context,
                data.token("environment"),
                data.token("who"),
                data.text("what"),
                data.word("wall", Wall.class));
    }

    private static Event degraded(EventContext context, JsonMembers data) throws UnreadableEvent {
        var breaches = new ArrayList<Event.Breach>();
        for (var breach : data.objects("breaches")) {
            breaches.add(
                    new Event.Breach(breach.token("measure"), breach.number("threshold"), breach.number("measured")));
        }
        return new Event.VendorDegraded(context, data.token("vendor"), data.token("status"), List.copyOf(breaches));
    }

    private static Event costs(EventContext context, JsonMembers data) throws UnreadableEvent {
        var currency = data.token("currency");
        return new Event.CostThresholdReached(
                context,
                data.token("vendor"),
                data.month("month"),
                data.integer("percent"),
                new Event.Cost(data.amount("spent"), currency),
                new Event.Cost(data.amount("budget"), currency));
    }
}

package dev.treaty.consumer.notifications;

import java.util.regex.Pattern;

/**
 * Reads a message as an event: CloudEvents 1.0 in structured content mode, JSON format.
 *
 * <p>A publisher may add to its events whatever it likes: types and fields that are not known are passed over. What is known
 * is held to its schema, and an event in another version of its schema is refused rather than guessed.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">the JSON format</a>
 */
public final class EventReader {

    /** What a message's content type must be; not {@code application/cloudevents-batch+json}. */
    public static final String CONTENT_TYPE = "application/cloudevents+json";

    /** JSON has no charset but UTF-8 (RFC 8259, section 8.1), though some say so. */
    private static final String UTF_8 = "\\s*(;\\s*charset=\"?utf-8\"?\\s*)?";

    private static final Pattern STRUCTURED =
            Pattern.compile(Pattern.quote(CONTENT_TYPE) + UTF_8, Pattern.CASE_INSENSITIVE);
    private static final Pattern JSON = Pattern.compile("application/json" + UTF_8, Pattern.CASE_INSENSITIVE);

    private EventReader() {}

    /**
     * Reads one message.
     *
     * @param contentType as the message's metadata say it
     * @param body the bytes, as they came
     */
    public static Reading read(String contentType, byte[] body) {
        try {
            if (!STRUCTURED.matcher(contentType).matches()) {
                throw new UnreadableEvent("its content type is not " + CONTENT_TYPE);
            }
            return read(JsonMembers.parse(body));
        } catch (UnreadableEvent e) {
            return new Reading.Unreadable(e.complaint());
        }
    }

    private static Reading read(JsonMembers event) throws UnreadableEvent {
        if (!event.text("specversion").equals("1.0")) {
            throw new UnreadableEvent("it is of another version of CloudEvents than 1.0");
        }
        var id = new EventId(event.token("source"), event.token("id"));
        var said = event.token("type");
        var type = EventType.ofAnyVersion(said);
        return type.isPresent() ? read(id, type.get(), said, event) : new Reading.Read(new Event.Unknown(id, said));
    }

    private static Reading read(EventId id, EventType type, String said, JsonMembers event) throws UnreadableEvent {
        if (!said.equals(type.type())) {
            return new Reading.OtherSchema(id, said, type.type());
        }
        var schema = event.token("dataschema");
        if (!schema.equals(type.dataSchema())) {
            return new Reading.OtherSchema(id, schema, type.dataSchema());
        }
        if (!JSON.matcher(event.text("datacontenttype")).matches()) {
            throw new UnreadableEvent("its $.datacontenttype is not application/json");
        }
        var context = new EventContext(id, said, event.token("subject"), event.time("time"));
        return new Reading.Read(event(type, context, event.object("data")));
    }

    private static Event event(EventType type, EventContext context, JsonMembers data) throws UnreadableEvent {
        return switch (type) {
            case USER_REGISTERED -> new Event.UserRegistered(context, person(data));
            case WORKSPACE_CREATED -> new Event.WorkspaceCreated(context, workspace(data));
            case WORKSPACE_RENAMED -> new Event.WorkspaceRenamed(context, workspace(data), data.text("previousName"));
            case WORKSPACE_DELETED -> new Event.WorkspaceDeleted(context, workspace(data));
            case MEMBER_INVITED -> new Event.MemberInvited(context, invitation(data));
        };
    }

    private static Person person(JsonMembers data) throws UnreadableEvent {
        return new Person(data.token("id"), data.email("email"), data.text("name"));
    }

    private static Workspace workspace(JsonMembers data) throws UnreadableEvent {
        return new Workspace(data.token("id"), data.text("name"), data.token("owner"), data.integer("version"));
    }

    private static Invitation invitation(JsonMembers data) throws UnreadableEvent {
        var workspace = data.object("workspace");
        return new Invitation(
                workspace.token("id"),
                workspace.text("name"),
                data.email("email"),
                data.text("role"),
                data.token("invitedBy"));
    }
}

package dev.treaty.consumer.incidentdesk;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.consumer.recording.Examples;
import java.util.function.Consumer;

/**
 * What the recorded events have in common.
 *
 * <p>Values that a service generates are open: IDs and times. Values from the state are exact: source and target of a clone are not
 * interchanged, and who cancels is who is told.
 */
final class RecordedEvent {

    static final String USER_ID = "usr_[A-Za-z0-9_-]+";
    static final String CLONE_ID = "cln_[A-Za-z0-9_-]+";
    static final String RESTORATION_ID = "rst_[A-Za-z0-9_-]+";
    static final String BACKUP_ID = "bak_[A-Za-z0-9_-]+";
    static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)";

    private static final String CONTENT_TYPE_REGEX = "application/cloudevents\\+json(; ?charset=(utf|UTF)-8)?";
    private static final String TOKEN = "[!-~]{1,255}";

    private static final String SOURCES = "https://treaty.dev/services/";

    private RecordedEvent() {}

    /** An event whose subject is a generated id, or one that the state names. */
    static V4Pact event(
            PactBuilder cloner,
            String description,
            EventType type,
            String subjectRegex,
            String subject,
            Consumer<LambdaDslObject> data) {
        return message(cloner, description, content("environment-cloner", type, subjectRegex, subject, data));
    }

    /** An event about an external service, which the state names. */
    static V4Pact vendorEvent(
            PactBuilder watch, String description, EventType type, String vendor, Consumer<LambdaDslObject> data) {
        return message(watch, description, content("vendor-watch", type, vendor, vendor, data));
    }

    /** The members that say which clone it was. */
    static void clone(LambdaDslObject data, String id) {
        data.stringMatcher("id", CLONE_ID, id);
        data.stringValue("source", "production");
        data.stringValue("target", "training");
    }

    /** The context of the recorded events. */
    static EventContext context(EventType type, String subject) {
        return context("environment-cloner", type, subject);
    }

    /** The context of the recorded events of a service. */
    static EventContext context(String service, EventType type, String subject) {
        return new EventContext(new EventId(SOURCES + service, "evt-42"), type.type(), subject, Examples.NOW);
    }

    /** The event that the incident desk reads from a message. */
    static EventReadResult read(V4Interaction.AsynchronousMessage message) {
        return EventReader.read(contentType(message), body(message));
    }

    static String contentType(V4Interaction.AsynchronousMessage message) {
        return String.valueOf(message.getContents().getMetadata().get("contentType"));
    }

    static byte[] body(V4Interaction.AsynchronousMessage message) {
        return message.getContents().getContents().unwrap();
    }

    private static DslPart content(
            String service, EventType type, String subjectRegex, String subject, Consumer<LambdaDslObject> data) {
        return newJsonBody(event -> {
                    event.stringValue("specversion", "1.0");
                    event.stringMatcher("id", TOKEN, "evt-42");
                    event.stringMatcher("source", TOKEN, SOURCES + service);
                    event.stringValue("type", type.type());
                    event.stringMatcher("subject", subjectRegex, subject);
                    event.stringMatcher("time", TIME, Examples.NOW.toString());
                    event.stringValue("datacontenttype", "application/json");
                    event.stringValue("dataschema", type.dataSchema());
                    event.object("data", data);
                })
                .build();
    }

    private static V4Pact message(PactBuilder service, String description, DslPart event) {
        return service.expectsToReceiveMessageInteraction(
                        description,
                        message ->
                                message.withContents(contents -> contents.withMetadata(metadata -> metadata.matchRegex(
                                                "contentType", CONTENT_TYPE_REGEX, EventReader.CONTENT_TYPE))
                                        .withContent(event)))
                .toPact();
    }
}

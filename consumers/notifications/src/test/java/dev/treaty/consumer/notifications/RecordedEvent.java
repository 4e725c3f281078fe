package dev.treaty.consumer.notifications;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.consumer.recording.Examples;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the recorded events have in common.
 *
 * <p>Values that a service generates are open: IDs, times, versions. Values from the state are exact: a user who registers as
 * {@code ada@example.org} is announced as that, and a workspace's new name is not its previous one.
 */
final class RecordedEvent {

    static final String USER_ID = "usr_[A-Za-z0-9_-]+";
    static final String WORKSPACE_ID = "ws_[A-Za-z0-9_-]+";

    static final Person ADA = new Person("usr_42", new EmailAddress("ada@example.org"), "Ada Lovelace");

    private static final String CONTENT_TYPE_REGEX = "application/cloudevents\\+json(; ?charset=(utf|UTF)-8)?";
    private static final String TOKEN = "[!-~]{1,255}";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)";

    private RecordedEvent() {}

    /** The state in which Ada's workspace exists. */
    static PactBuilder adasWorkspace(PactBuilder workspaceService) {
        return workspaceService.given(
                "a workspace exists", Map.of("id", "ws_42", "name", "Harvest", "owner", "usr_42", "version", 1));
    }

    /** An event about a user. */
    static V4Pact userEvent(
            PactBuilder authService, String description, EventType type, Consumer<LambdaDslObject> data) {
        return message(authService, description, event(type, "auth-service", USER_ID, "usr_42", data));
    }

    /** An event about a workspace. */
    static V4Pact workspaceEvent(
            PactBuilder workspaceService, String description, EventType type, Consumer<LambdaDslObject> data) {
        return message(workspaceService, description, event(type, "workspace-service", WORKSPACE_ID, "ws_42", data));
    }

    /** The data of an event in which a workspace changed. */
    static void workspace(LambdaDslObject data, String name, int version) {
        data.stringMatcher("id", WORKSPACE_ID, "ws_42");
        data.stringValue("name", name);
        data.stringMatcher("owner", USER_ID, "usr_42");
        data.integerType("version", version);
    }

    /** The context of the recorded events of a service. */
    static EventContext context(EventType type, String service, String subject) {
        return new EventContext(new EventId(source(service), "evt-42"), type.type(), subject, Examples.NOW);
    }

    /** The event that notifications reads from a message. */
    static EventReadResult read(V4Interaction.AsynchronousMessage message) {
        return EventReader.read(contentType(message), body(message));
    }

    static String contentType(V4Interaction.AsynchronousMessage message) {
        return String.valueOf(message.getContents().getMetadata().get("contentType"));
    }

    static byte[] body(V4Interaction.AsynchronousMessage message) {
        return message.getContents().getContents().unwrap();
    }

    private static DslPart event(
            EventType type, String service, String subjectRegex, String subject, Consumer<LambdaDslObject> data) {
        return newJsonBody(event -> {
                    event.stringValue("specversion", "1.0");
                    event.stringMatcher("id", TOKEN, "evt-42");
                    event.stringMatcher("source", TOKEN, source(service));
                    event.stringValue("type", type.type());
                    event.stringMatcher("subject", subjectRegex, subject);
                    event.stringMatcher("time", TIME, Examples.NOW.toString());
                    event.stringValue("datacontenttype", "application/json");
                    event.stringValue("dataschema", type.dataSchema());
                    event.object("data", data);
                })
                .build();
    }

    private static String source(String service) {
        return "https://treaty.dev/services/" + service;
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

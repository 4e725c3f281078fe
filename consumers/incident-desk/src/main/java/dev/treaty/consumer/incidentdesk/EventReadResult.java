package dev.treaty.consumer.incidentdesk;

import dev.treaty.pacts.errors.ErrorMessage;

/** The result of reading a message. All results are expected, so none is thrown. */
public sealed interface EventReadResult {

    /** The message is an event. */
    record Read(Event event) implements EventReadResult {}

    /** The message is unusable, and will be unusable when it is delivered again. */
    sealed interface Refused extends EventReadResult {

        /** What happened, where, and how to fix it, in three lines; quotes nothing from an event's data. */
        String explanation();
    }

    /**
     * The event uses a version of its schema that the incident desk does not read; its content is not read.
     *
     * @param stated the event's {@code type} or {@code dataschema}
     * @param supported the one that the incident desk reads
     */
    record UnsupportedSchema(EventId id, String stated, String supported) implements Refused {
        @Override
        public String explanation() {
            return new ErrorMessage(
                            "An event has a schema that the incident desk does not read: %s.".formatted(stated),
                            "event %s from %s".formatted(id.id(), id.source()),
                            "publish it as %s, too, until the incident desk reads the other one".formatted(supported))
                    .toString();
        }
    }

    /**
     * The message is not a CloudEvent, or lacks what its schema promises.
     *
     * @param complaint a clause that quotes no value of the message: {@code "it has no text at $.data.name"}
     */
    record Unreadable(String complaint) implements Refused {
        @Override
        public String explanation() {
            return new ErrorMessage(
                            "A message cannot be read as an event: %s.".formatted(complaint),
                            "the message that was delivered to the incident desk",
                            "verify its publisher against pacts/incident-desk-environment-cloner.json")
                    .toString();
        }
    }
}

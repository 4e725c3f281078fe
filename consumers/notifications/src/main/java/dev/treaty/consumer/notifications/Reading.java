package dev.treaty.consumer.notifications;

import dev.treaty.pacts.errors.ErrorMessage;

/** The result of reading a message. All of it is expected, so none of it is thrown. */
public sealed interface Reading {

    /** The message is an event. */
    record Read(Event event) implements Reading {}

    /** The message is of no use, and will be of none when it is delivered again. */
    sealed interface Refused extends Reading {

        /** What happened, where, and what may fix it, in three lines; quotes nothing of an event's data. */
        String explanation();
    }

    /**
     * The event uses a version of its schema that notifications does not read; its content is not guessed.
     *
     * @param said the event's {@code type} or {@code dataschema}
     * @param read the one that notifications reads
     */
    record OtherSchema(EventId id, String said, String read) implements Refused {
        @Override
        public String explanation() {
            return new ErrorMessage(
                            "An event has a schema that notifications does not read: %s.".formatted(said),
                            "event %s from %s".formatted(id.id(), id.source()),
                            "publish it as %s, too, until notifications reads the other one".formatted(read))
                    .toString();
        }
    }

    /**
     * The message is not a CloudEvent, or lacks what its schema promises.
     *
     * @param complaint a clause without a value of the message: {@code "it has no text at $.data.name"}
     */
    record Unreadable(String complaint) implements Refused {
        @Override
        public String explanation() {
            return new ErrorMessage(
                            "A message cannot be read as an event: %s.".formatted(complaint),
                            "what notifications was delivered",
                            "verify its publisher against pacts/notifications-<publisher>.json")
                    .toString();
        }
    }
}

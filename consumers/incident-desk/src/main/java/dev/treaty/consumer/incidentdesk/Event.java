package dev.treaty.consumer.incidentdesk;

import java.time.Instant;

/** Something that happened at the environment cloner. */
public sealed interface Event {

    /** Identifies the event; the same in each delivery. */
    EventId id();

    /** An event of an unknown type; a service may publish more than its consumers need. */
    record Unknown(EventId id, String type) implements Event {}

    /** An event that the incident desk reads completely. */
    sealed interface Known extends Event {

        EventContext context();

        @Override
        default EventId id() {
            return context().id();
        }

        /** Calls the visitor's method for this kind of event. */
        <R> R accept(Visitor<R> visitor);
    }

    /** One method for each kind of event, so that the compiler finds code that misses a new kind. */
    interface Visitor<R> {

        R cloneCompleted(CloneCompleted event);

        R cloneFailed(CloneFailed event);

        R cloneCancelled(CloneCancelled event);

        R environmentRestored(EnvironmentRestored event);

        R productionAccessRefused(ProductionAccessRefused event);

        R backupExpires(BackupExpires event);
    }

    /** A clone is now the target. */
    record CloneCompleted(EventContext context, CloneReference reference) implements Known {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cloneCompleted(this);
        }
    }

    /**
     * A clone ended before it was the target.
     *
     * @param phase what it was doing, e.g. {@code copying}; only shown, so a new phase does not require a new version of the incident desk
     * @param rolledBack whether the target is as it was before
     */
    record CloneFailed(EventContext context, CloneReference reference, String phase, boolean rolledBack, Reason reason)
            implements Known {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cloneFailed(this);
        }
    }

    /**
     * Why a clone failed.
     *
     * @param type of the problem (RFC 9457), e.g. {@code https://treaty.dev/problems/unclassified-columns}
     * @param title what happened
     * @param fix what to do about it
     */
    record Reason(String type, String title, String fix) {}

    /**
     * Somebody ended a clone; its target is as it was before.
     *
     * @param cancelledBy the id of a user, e.g. {@code usr_42}
     */
    record CloneCancelled(EventContext context, CloneReference reference, String cancelledBy) implements Known {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cloneCancelled(this);
        }
    }

    /**
     * An environment is what it was when a backup was taken.
     *
     * @param restoredBy the id of a user, e.g. {@code usr_42}
     */
    record EnvironmentRestored(EventContext context, String environment, String backup, String restoredBy)
            implements Known {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.environmentRestored(this);
        }
    }

    /**
     * Somebody asked for what could have written to production.
     *
     * @param who the id of a user, e.g. {@code usr_42}
     * @param what they asked for, in words
     * @param wall what refused it
     */
    record ProductionAccessRefused(EventContext context, String environment, String who, String what, Wall wall)
            implements Known {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.productionAccessRefused(this);
        }
    }

    /**
     * A backup will soon be deleted.
     *
     * @param backup its id, e.g. {@code bak_42}
     */
    record BackupExpires(EventContext context, String backup, String environment, Instant expiresAt) implements Known {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.backupExpires(this);
        }
    }
}

package dev.treaty.consumer.incidentdesk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Something that happened at the environment cloner, or to an external service. */
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

        R vendorDegraded(VendorDegraded event);

        R vendorRecovered(VendorRecovered event);

        R costThresholdReached(CostThresholdReached event);

        R keyExpires(KeyExpires event);
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

    /**
     * An external service does not keep a threshold any more.
     *
     * @param vendor e.g. {@code stripe}
     * @param status what it is at the moment, e.g. {@code down}; only shown, so a new one does not require a new version of the incident desk
     */
    record VendorDegraded(EventContext context, String vendor, String status, List<Breach> breaches) implements Known {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.vendorDegraded(this);
        }
    }

    /**
     * A threshold that is not kept.
     *
     * @param measure {@code success} or {@code errors}, in percent, or {@code response}, in milliseconds; only shown
     */
    record Breach(String measure, BigDecimal threshold, BigDecimal measured) {}

    /** An external service keeps all thresholds again. */
    record VendorRecovered(EventContext context, String vendor, Instant degradedAt) implements Known {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.vendorRecovered(this);
        }
    }

    /**
     * An external service has cost a share of its budget.
     *
     * @param month e.g. {@code 2026-01}
     * @param percent the share; more than 100 if the budget is exceeded
     */
    record CostThresholdReached(
            EventContext context, String vendor, YearMonth month, int percent, Cost spent, Cost budget)
            implements Known {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.costThresholdReached(this);
        }
    }

    /**
     * An amount of money.
     *
     * @param currency as in ISO 4217, e.g. {@code EUR}
     */
    record Cost(BigDecimal amount, String currency) {

        @Override
        public String toString() {
            return amount.toPlainString() + " " + currency;
        }
    }

    /**
     * A key of an external service has to be replaced.
     *
     * @param daysLeft negative if that is overdue
     */
    record KeyExpires(EventContext context, String vendor, LocalDate rotateBy, int daysLeft) implements Known {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.keyExpires(this);
        }
    }
}

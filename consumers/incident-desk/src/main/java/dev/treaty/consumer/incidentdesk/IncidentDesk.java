package dev.treaty.consumer.incidentdesk;

import java.util.stream.Collectors;

/**
 * Decides what is done about an event: whom it must wake up, what somebody should read tomorrow, and what is as it should be.
 *
 * <p>It keeps nothing: the same event always leads to the same reaction with the same key.
 */
public final class IncidentDesk {

    private IncidentDesk() {}

    /** The reaction to an event; an event of an unknown type is ignored. */
    public static Reaction reactTo(Event event) {
        return event instanceof Event.Known known ? known.accept(new Triage()) : new Reaction.Ignore();
    }

    private static final class Triage implements Event.Visitor<Reaction> {

        @Override
        public Reaction cloneCompleted(Event.CloneCompleted event) {
            return new Reaction.Ignore();
        }

        /** A target that is as before can wait until tomorrow; one that nobody knows the state of cannot. */
        @Override
        public Reaction cloneFailed(Event.CloneFailed event) {
            var reason = event.reason();
            return event.rolledBack()
                    ? note(
                            event,
                            "The %s failed while %s: %s. To fix it, %s"
                                    .formatted(event.reference(), event.phase(), reason.title(), reason.fix()))
                    : page(
                            event,
                            "The %s failed while %s and was not rolled back: %s"
                                    .formatted(event.reference(), event.phase(), reason.title()),
                            reason.fix());
        }

        @Override
        public Reaction cloneCancelled(Event.CloneCancelled event) {
            return new Reaction.Ignore();
        }

        @Override
        public Reaction environmentRestored(Event.EnvironmentRestored event) {
            return note(
                    event,
                    "%s restored %s from backup %s".formatted(event.restoredBy(), event.environment(), event.backup()));
        }

        @Override
        public Reaction productionAccessRefused(Event.ProductionAccessRefused event) {
            return page(
                    event,
                    "%s asked for %s; a wall of %s refused it (%s)"
                            .formatted(
                                    event.who(),
                                    event.what(),
                                    event.environment(),
                                    event.wall().words()),
                    "ask %s what they wanted; check who else has their access".formatted(event.who()));
        }

        @Override
        public Reaction backupExpires(Event.BackupExpires event) {
            return note(
                    event,
                    "Backup %s of %s will be deleted at %s"
                            .formatted(event.backup(), event.environment(), event.expiresAt()));
        }

        /** A vendor that is down stops a part of the business; one that is slow or limits requests does not yet. */
        @Override
        public Reaction vendorDegraded(Event.VendorDegraded event) {
            var summary = "%s is %s: %s".formatted(event.vendor(), event.status(), breaches(event));
            return event.status().equals("down")
                    ? page(
                            event,
                            summary,
                            "check the status page of %s, and what waits for it".formatted(event.vendor()))
                    : note(event, summary);
        }

        private static String breaches(Event.VendorDegraded event) {
            return event.breaches().stream()
                    .map(breach -> "%s %s instead of %s"
                            .formatted(
                                    breach.measure(),
                                    breach.measured().stripTrailingZeros().toPlainString(),
                                    breach.threshold().stripTrailingZeros().toPlainString()))
                    .collect(Collectors.joining(", "));
        }

        @Override
        public Reaction vendorRecovered(Event.VendorRecovered event) {
            return note(
                    event,
                    "%s is as it should be again, since %s"
                            .formatted(event.vendor(), event.context().time()));
        }

        @Override
        public Reaction costThresholdReached(Event.CostThresholdReached event) {
            return note(
                    event,
                    "%s has cost %s in %s, at least %d %% of %s"
                            .formatted(event.vendor(), event.spent(), event.month(), event.percent(), event.budget()));
        }

        /** A key that is overdue may stop working at any time. */
        @Override
        public Reaction keyExpires(Event.KeyExpires event) {
            var summary = "The key of %s has to be replaced by %s".formatted(event.vendor(), event.rotateBy());
            return event.daysLeft() < 0
                    ? page(event, summary, "create a new key, deploy it, and revoke the old one")
                    : note(event, summary);
        }

        private static Reaction page(Event event, String summary, String action) {
            return new Reaction.PageSomebody(key(event), line(summary), line(action));
        }

        private static Reaction note(Event event, String summary) {
            return new Reaction.TakeNote(key(event), line(summary));
        }

        private static String key(Event event) {
            return event.id().source() + "#" + event.id().id();
        }

        /** Texts of a message may have several lines, which a pager would cut, and control characters, which a terminal would obey. */
        private static String line(String text) {
            return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        }
    }
}

package dev.treaty.consumer.incidentdesk;

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

package dev.treaty.consumer.notifications;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Writes the notification of an event to the person it concerns; empty if that person is not known. */
final class NotificationWriter implements Event.Visitor<Optional<Notification>> {

    /** Long enough for a name, too short to advertise in our mail. */
    private static final int LONGEST_NAME = 80;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final NotificationStore store;

    NotificationWriter(NotificationStore store) {
        this.store = store;
    }

    @Override
    public Optional<Notification> userRegistered(Event.UserRegistered event) {
        return Optional.of(to(
                event.person(),
                "Welcome, " + shown(event.person().name()),
                "your account is ready. You sign in with this address."));
    }

    @Override
    public Optional<Notification> workspaceCreated(Event.WorkspaceCreated event) {
        var name = shown(event.workspace().name());
        return toOwner(
                event.workspace(),
                "Your workspace \"%s\" is ready".formatted(name),
                "your workspace \"%s\" is ready since %s."
                        .formatted(name, TIME.format(event.context().time())));
    }

    @Override
    public Optional<Notification> workspaceRenamed(Event.WorkspaceRenamed event) {
        var name = shown(event.workspace().name());
        var previousName = shown(event.previousName());
        return toOwner(
                event.workspace(),
                "Your workspace \"%s\" is now \"%s\"".formatted(previousName, name),
                "your workspace \"%s\" was renamed to \"%s\" on %s."
                        .formatted(
                                previousName, name, TIME.format(event.context().time())));
    }

    @Override
    public Optional<Notification> workspaceDeleted(Event.WorkspaceDeleted event) {
        var name = shown(event.workspace().name());
        return toOwner(
                event.workspace(),
                "Your workspace \"%s\" is deleted".formatted(name),
                "your workspace \"%s\" was deleted on %s."
                        .formatted(name, TIME.format(event.context().time())));
    }

    /** The invited person need not have an account; the inviter has one and is named, so that the mail can be trusted. */
    @Override
    public Optional<Notification> memberInvited(Event.MemberInvited event) {
        var invitation = event.invitation();
        var workspace = shown(invitation.workspaceName());
        return store.person(invitation.invitedBy())
                .map(inviter -> new Notification(
                        invitation.email(),
                        "%s invites you to \"%s\"".formatted(shown(inviter.name()), workspace),
                        """
                        Hello,

                        %s invites you to the workspace "%s" as %s.
                        """.formatted(shown(inviter.name()), workspace, shown(invitation.role()))));
    }

    private Optional<Notification> toOwner(Workspace workspace, String subject, String sentence) {
        return store.person(workspace.owner()).map(owner -> to(owner, subject, sentence));
    }

    private static Notification to(Person recipient, String subject, String sentence) {
        return new Notification(recipient.email(), subject, """
                Hello %s,

                %s
                """.formatted(shown(recipient.name()), sentence));
    }

    /** Sanitizes a string that a user chose: one line, no longer than a name. */
    private static String shown(String name) {
        var line = name.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}

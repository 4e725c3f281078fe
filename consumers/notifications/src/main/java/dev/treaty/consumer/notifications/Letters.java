package dev.treaty.consumer.notifications;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Who is notified of an event, and in which words; nobody if the person it concerns is not known. */
final class Letters implements Event.Visitor<Optional<Notification>> {

    /** Long enough for a name, and too short for somebody else's advertisement in our mail. */
    private static final int LONGEST_NAME = 80;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Memory memory;

    Letters(Memory memory) {
        this.memory = memory;
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

    /** Who is invited need not have an account; who invites has one, and is named: nobody trusts a mail from nobody. */
    @Override
    public Optional<Notification> memberInvited(Event.MemberInvited event) {
        var invitation = event.invitation();
        var workspace = shown(invitation.workspaceName());
        return memory.person(invitation.invitedBy())
                .map(inviter -> new Notification(
                        invitation.email(),
                        "%s invites you to \"%s\"".formatted(shown(inviter.name()), workspace),
                        """
                        Hello,

                        %s invites you to the workspace "%s" as %s.
                        """.formatted(shown(inviter.name()), workspace, shown(invitation.role()))));
    }

    private Optional<Notification> toOwner(Workspace workspace, String subject, String sentence) {
        return memory.person(workspace.owner()).map(owner -> to(owner, subject, sentence));
    }

    private static Notification to(Person recipient, String subject, String sentence) {
        return new Notification(recipient.email(), subject, """
                Hello %s,

                %s
                """.formatted(shown(recipient.name()), sentence));
    }

    /** A text that somebody chose, made harmless: on one line, and no longer than a name. */
    private static String shown(String name) {
        var line = name.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}

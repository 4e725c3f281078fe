package dev.treaty.consumer.notifications;

/** Something that happened at a service. */
public sealed interface Event {

    /** Identifies the event; the same in each delivery. */
    EventId id();

    /** An event of an unknown type; a service may publish more than its consumers need. */
    record Unknown(EventId id, String type) implements Event {}

    /** An event that notifications reads completely. */
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

        R userRegistered(UserRegistered event);

        R workspaceCreated(WorkspaceCreated event);

        R workspaceRenamed(WorkspaceRenamed event);

        R workspaceDeleted(WorkspaceDeleted event);

        R memberInvited(MemberInvited event);
    }

    /** Somebody has registered. */
    record UserRegistered(EventContext context, Person person) implements Known {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.userRegistered(this);
        }
    }

    /** Something happened to a workspace itself. */
    sealed interface WorkspaceChanged extends Known {

        /** The workspace after the change; for a deletion, its last state. */
        Workspace workspace();
    }

    /** A workspace was created. */
    record WorkspaceCreated(EventContext context, Workspace workspace) implements WorkspaceChanged {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.workspaceCreated(this);
        }
    }

    /** A workspace was renamed. */
    record WorkspaceRenamed(EventContext context, Workspace workspace, String previousName)
            implements WorkspaceChanged {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.workspaceRenamed(this);
        }
    }

    /** A workspace was deleted. */
    record WorkspaceDeleted(EventContext context, Workspace workspace) implements WorkspaceChanged {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.workspaceDeleted(this);
        }
    }

    /** Somebody, who need not have an account, was invited to a workspace. */
    record MemberInvited(EventContext context, Invitation invitation) implements Known {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.memberInvited(this);
        }
    }
}

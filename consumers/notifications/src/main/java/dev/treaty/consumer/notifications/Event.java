package dev.treaty.consumer.notifications;

/** Something that happened at a service. */
public sealed interface Event {

    /** The same in each delivery. */
    EventId id();

    /** An event of a type that notifications has never heard of; a service may publish more than its consumers need. */
    record Unknown(EventId id, String type) implements Event {}

    /** An event that notifications reads whole. */
    sealed interface Known extends Event {

        EventContext context();

        @Override
        default EventId id() {
            return context().id();
        }

        /** What the visitor makes of the event. */
        <R> R accept(Visitor<R> visitor);
    }

    /** One method for each kind of event, so that the compiler finds who forgot a kind that was added. */
    interface Visitor<R> {

        R userRegistered(UserRegistered event);

        R workspaceCreated(WorkspaceCreated event);

        R workspaceRenamed(WorkspaceRenamed event);

        R workspaceDeleted(WorkspaceDeleted event);

        R memberInvited(MemberInvited event);
    }

    /** Somebody has an account now. */
    record UserRegistered(EventContext context, Person person) implements Known {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.userRegistered(this);
        }
    }

    /** Something happened to a workspace itself. */
    sealed interface WorkspaceChanged extends Known {

        /** As the change left it; one that was deleted, as it was last. */
        Workspace workspace();
    }

    /** There is a workspace that was not there before. */
    record WorkspaceCreated(EventContext context, Workspace workspace) implements WorkspaceChanged {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.workspaceCreated(this);
        }
    }

    /** A workspace is called otherwise. */
    record WorkspaceRenamed(EventContext context, Workspace workspace, String previousName)
            implements WorkspaceChanged {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.workspaceRenamed(this);
        }
    }

    /** A workspace is gone. */
    record WorkspaceDeleted(EventContext context, Workspace workspace) implements WorkspaceChanged {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.workspaceDeleted(this);
        }
    }

    /** Somebody, who need not have an account, is asked into a workspace. */
    record MemberInvited(EventContext context, Invitation invitation) implements Known {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.memberInvited(this);
        }
    }
}

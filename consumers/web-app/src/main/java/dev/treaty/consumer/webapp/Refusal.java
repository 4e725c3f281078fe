package dev.treaty.consumer.webapp;

import dev.treaty.consumer.webapp.connection.JsonDocument;
import java.util.List;

/** Why the gateway would not do what it understood; the same reasons recur from call to call. */
public sealed interface Refusal {

    /**
     * What was filled in cannot be accepted.
     *
     * @param errors at least one, to be shown beside their fields; in no order
     */
    record InvalidFields(List<FieldError> errors) implements Refusal, RegistrationResult, CreationResult {

        public InvalidFields {
            errors = List.copyOf(errors);
        }

        static InvalidFields of(JsonDocument problem) {
            return new InvalidFields(problem.list("errors", FieldError::of));
        }
    }

    /** The workspace exists, and this user does not belong to it. */
    record NotAMember()
            implements Refusal,
                    LookupResult,
                    RenamingResult,
                    DeletionResult,
                    InvitationResult,
                    MemberListResult,
                    RemovalResult {}

    /** The user belongs to the workspace, but as somebody who may not do this. */
    record RoleTooLow() implements Refusal, RenamingResult, DeletionResult, InvitationResult, RemovalResult {}

    /** Somebody changed the workspace since it was read; read it again before trying again. */
    record StaleVersion() implements Refusal, RenamingResult, DeletionResult {}

    /** No such workspace exists (any more). */
    record UnknownWorkspace()
            implements Refusal,
                    LookupResult,
                    RenamingResult,
                    DeletionResult,
                    InvitationResult,
                    MemberListResult,
                    RemovalResult {}

    /** Nobody of that id belongs to the workspace, or is invited to it (any more). */
    record UnknownMember() implements Refusal, JoiningResult, RemovalResult {}
}

package dev.treaty.consumer.webapp;

import dev.treaty.consumer.webapp.connection.JsonDocument;
import java.util.List;

/** Why the gateway refused a call that it understood; many calls share the same reasons. */
public sealed interface Refusal {

    /**
     * Some field values were not accepted.
     *
     * @param errors at least one, to be shown beside their fields; in no particular order
     */
    record InvalidFields(List<FieldError> errors) implements Refusal, RegistrationResult, CreationResult {

        public InvalidFields {
            errors = List.copyOf(errors);
        }

        static InvalidFields of(JsonDocument problem) {
            return new InvalidFields(problem.list("errors", FieldError::of));
        }
    }

    /** The workspace exists, but this user is not a member of it. */
    record NotAMember()
            implements Refusal,
                    LookupResult,
                    RenamingResult,
                    DeletionResult,
                    InvitationResult,
                    MemberListResult,
                    RemovalResult {}

    /** The user is a member of the workspace, but their role does not allow this. */
    record RoleTooLow() implements Refusal, RenamingResult, DeletionResult, InvitationResult, RemovalResult {}

    /** Somebody changed the workspace since it was read; read it again before retrying. */
    record StaleVersion() implements Refusal, RenamingResult, DeletionResult {}

    /** The workspace does not exist, or no longer exists. */
    record UnknownWorkspace()
            implements Refusal,
                    LookupResult,
                    RenamingResult,
                    DeletionResult,
                    InvitationResult,
                    MemberListResult,
                    RemovalResult {}

    /** The workspace has no member or invitation with that id, or no longer has it. */
    record UnknownMember() implements Refusal, JoiningResult, RemovalResult {}
}

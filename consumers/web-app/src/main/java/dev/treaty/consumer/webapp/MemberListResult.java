package dev.treaty.consumer.webapp;

import java.util.List;

/** The result of asking who belongs to a workspace. */
public sealed interface MemberListResult permits MemberListResult.Listed, Refusal.NotAMember, Refusal.UnknownWorkspace {

    /**
     * Everybody.
     *
     * @param members in the gateway's order
     */
    record Listed(List<Member> members) implements MemberListResult {

        public Listed {
            members = List.copyOf(members);
        }
    }
}

package dev.treaty.consumer.webapp;

import java.util.List;

/** The result of listing the members of a workspace. */
public sealed interface MemberListResult permits MemberListResult.Listed, Refusal.NotAMember, Refusal.UnknownWorkspace {

    /**
     * All members.
     *
     * @param members in the gateway's order
     */
    record Listed(List<Member> members) implements MemberListResult {

        public Listed {
            members = List.copyOf(members);
        }
    }
}

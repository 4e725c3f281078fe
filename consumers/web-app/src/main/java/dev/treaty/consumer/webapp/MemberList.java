package dev.treaty.consumer.webapp;

import java.util.List;

/** What came of asking who belongs to a workspace. */
public sealed interface MemberList permits MemberList.Listed, Refusal.NotAMember, Refusal.UnknownWorkspace {

    /**
     * Everybody.
     *
     * @param members in the gateway's order
     */
    record Listed(List<Member> members) implements MemberList {

        public Listed {
            members = List.copyOf(members);
        }
    }
}

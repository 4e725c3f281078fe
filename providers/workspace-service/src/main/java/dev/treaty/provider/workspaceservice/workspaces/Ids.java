package dev.treaty.provider.workspaceservice.workspaces;

import dev.treaty.provider.service.RandomId;

/** New ids: their prefix says what they identify. */
public final class Ids {

    private Ids() {}

    static String workspace() {
        return RandomId.withPrefix("ws_");
    }

    /** For a person who is a member from the start. */
    static String member() {
        return RandomId.withPrefix("mem_");
    }

    /** For a person who is invited; stays the same when they join. */
    static String invitation() {
        return RandomId.withPrefix("inv_");
    }

    /** For an invented user, in provider states; the ids of real users come from auth-service. */
    public static String user() {
        return RandomId.withPrefix("usr_");
    }

    /** A new id of an event. */
    public static String event() {
        return RandomId.withPrefix("evt_");
    }
}

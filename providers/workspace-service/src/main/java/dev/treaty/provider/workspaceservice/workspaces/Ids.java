package dev.treaty.provider.workspaceservice.workspaces;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** New ids: a prefix that says what they identify, and 20 random letters and digits. */
public final class Ids {

    private static final String SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 20;
    private static final SecureRandom CHANCE = new SecureRandom();

    private Ids() {}

    static String workspace() {
        return random("ws_");
    }

    /** For a person who is a member from the start. */
    static String member() {
        return random("mem_");
    }

    /** For a person who is invited; stays the same when they join. */
    static String invitation() {
        return random("inv_");
    }

    /** For an invented user, in provider states; the ids of real users come from auth-service. */
    public static String user() {
        return random("usr_");
    }

    /** A new id of an event. */
    public static String event() {
        return random("evt_");
    }

    private static String random(String prefix) {
        return CHANCE.ints(LENGTH, 0, SYMBOLS.length())
                .mapToObj(index -> String.valueOf(SYMBOLS.charAt(index)))
                .collect(Collectors.joining("", prefix, ""));
    }
}

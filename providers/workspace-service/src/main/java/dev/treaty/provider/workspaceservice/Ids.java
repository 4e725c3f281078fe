package dev.treaty.provider.workspaceservice;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** New ids: what they name, and 20 letters and digits that nobody guesses. */
final class Ids {

    private static final String SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 20;
    private static final SecureRandom CHANCE = new SecureRandom();

    private Ids() {}

    static String workspace() {
        return random("ws_");
    }

    /** Of somebody who is a member from the beginning. */
    static String member() {
        return random("mem_");
    }

    /** Of somebody who is invited; kept when they join. */
    static String invitation() {
        return random("inv_");
    }

    /** Of somebody who is made up; real users come from auth-service. */
    static String user() {
        return random("usr_");
    }

    static String event() {
        return random("evt_");
    }

    private static String random(String prefix) {
        return CHANCE.ints(LENGTH, 0, SYMBOLS.length())
                .mapToObj(index -> String.valueOf(SYMBOLS.charAt(index)))
                .collect(Collectors.joining("", prefix, ""));
    }
}

package dev.treaty.consumer.environmentconsole.command;

/** The commands that the console recommends. */
final class Commands {

    static final String NAME = "environment-console";

    private Commands() {}

    /** Shows how far a clone is. */
    static String look(String clone) {
        return NAME + " status " + clone + " --watch";
    }

    static String cancel(String clone) {
        return NAME + " cancel " + clone;
    }

    static String log(String clone) {
        return NAME + " log " + clone;
    }

    static String statistics(String clone) {
        return NAME + " statistics " + clone;
    }

    static String restore(String backup) {
        return NAME + " restore " + backup;
    }

    /** Lists the clones into an environment. */
    static String list(String target) {
        return NAME + " status --target " + target;
    }
}

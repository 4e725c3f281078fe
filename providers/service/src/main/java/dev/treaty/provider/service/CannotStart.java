package dev.treaty.provider.service;

/** A service does not start, for a reason that its operator can fix. Its message is for them to read, and holds no secret. */
public final class CannotStart extends RuntimeException {

    /**
     * The three lines of an error.
     *
     * @param what happened, a sentence
     * @param where e.g. {@code "the environment of auth-service"}
     * @param fix what to do about it
     */
    public CannotStart(String what, String where, String fix) {
        super("%s\n  where: %s\n  fix:   %s".formatted(what, where, fix));
    }
}

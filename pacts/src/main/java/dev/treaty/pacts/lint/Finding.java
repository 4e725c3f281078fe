package dev.treaty.pacts.lint;

/**
 * One thing that must be fixed before a contract can be kept.
 *
 * @param what what is wrong and what it leads to, a whole sentence; never holds a secret
 * @param where the test or the file, and the place in it
 * @param fix what to do about it
 */
public record Finding(String what, String where, String fix) {

    /** The three lines that a person reads. */
    @Override
    public String toString() {
        return """
                %s
                  where: %s
                  fix:   %s""".formatted(what, where, fix);
    }
}

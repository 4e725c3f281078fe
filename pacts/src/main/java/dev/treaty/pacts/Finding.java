package dev.treaty.pacts;

/**
 * One thing that must be mended before a contract can be kept.
 *
 * @param what what is wrong and what it leads to, a whole sentence; never holds a secret
 * @param where the test or the file, and the place in it
 * @param mend what to do about it
 */
public record Finding(String what, String where, String mend) {

    /** The three lines that a person reads. */
    @Override
    public String toString() {
        return """
                %s
                  where: %s
                  mend:  %s""".formatted(what, where, mend);
    }
}

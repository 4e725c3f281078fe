package dev.treaty.provider.environmentcloner.pseudonyms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of personal data. Two equal values of one domain have equal pseudonyms, in whatever table, column or JSON document they are, so that
 * they still belong together in a clone.
 */
public enum Domain {
    /** Names of persons, whole or in part. Different persons may get one pseudonym. */
    PERSON_NAME(false),
    /** E-mail addresses; case does not matter. */
    EMAIL(true),
    /** Telephone numbers; only digits matter. */
    PHONE(true),
    /** Postal addresses, whole or a line of one. */
    ADDRESS(false),
    /** IPv4 and IPv6 addresses. */
    IP_ADDRESS(false),
    /** What people write: a pseudonym is a text of about the same length in the same language, without its meaning. */
    FREE_TEXT(false);

    private final boolean isUnique;

    Domain(boolean isUnique) {
        this.isUnique = isUnique;
    }

    /** Whether different originals always have different pseudonyms, so that a unique column stays one. */
    public boolean isUnique() {
        return isUnique;
    }

    /** As a profile spells it, e.g. {@code person-name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The domain with this word. */
    public static Optional<Domain> of(String word) {
        return Arrays.stream(values())
                .filter(domain -> domain.word().equals(word))
                .findFirst();
    }

    /** The words of all domains. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Domain::word).toList();
    }
}

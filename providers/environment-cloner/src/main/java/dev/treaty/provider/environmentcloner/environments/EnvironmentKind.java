package dev.treaty.provider.environmentcloner.environments;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an environment is there for. */
public enum EnvironmentKind {
    /** Real people's data: only ever read. */
    PRODUCTION,
    STAGING,
    TRAINING,
    TEST;

    /** As a configuration spells it, e.g. {@code production}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this word. */
    public static Optional<EnvironmentKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The words of all kinds. */
    public static List<String> words() {
        return Arrays.stream(values()).map(EnvironmentKind::word).toList();
    }
}

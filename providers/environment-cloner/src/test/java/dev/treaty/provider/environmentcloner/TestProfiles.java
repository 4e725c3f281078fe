package dev.treaty.provider.environmentcloner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Anonymisation profiles that cannot be followed. */
final class TestProfiles {

    static final String UNKNOWN_COLUMN = "unknown-column";
    static final String UNKNOWN_DOMAIN = "unknown-domain";

    private TestProfiles() {}

    /** Writes them beside the others. */
    static void write(Path folder) {
        write(folder, UNKNOWN_COLUMN, "tables:\n  people.profiles:\n    nickname: person-name\n");
        write(folder, UNKNOWN_DOMAIN, "tables:\n  people.profiles:\n    email: e-mail-address\n");
    }

    private static void write(Path folder, String name, String yaml) {
        try {
            Files.writeString(folder.resolve(name + ".yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.treaty.pacts.broker.publishing;

import dev.treaty.pacts.errors.TreatyException;
import java.nio.file.Path;
import java.util.List;

/** A file that was named for publication is not a pact, or there is none; nothing was sent. */
public final class UnpublishableFile extends TreatyException {

    private UnpublishableFile(String what, String where, String fix) {
        super(what, where, fix);
    }

    static UnpublishableFile missing(Path path) {
        return new UnpublishableFile(
                "There is no pact file or folder with this name; nothing was published.",
                path.toString(),
                "name a pact file, or a folder that contains some");
    }

    static UnpublishableFile noneIn(Path folder) {
        return new UnpublishableFile(
                "The folder contains no .json file; nothing was published.",
                folder.toString(),
                "name the folder to which the consumer's tests write their pacts");
    }

    static UnpublishableFile unreadable(Path file, String why) {
        return new UnpublishableFile(
                "A file cannot be published, because it is not a pact: %s. Nothing was published.".formatted(why),
                file.toString(),
                "mend it, or move it out of the folder");
    }

    static UnpublishableFile samePair(String consumer, String provider, List<Path> files) {
        return new UnpublishableFile(
                "Several files are contracts of %s with %s; nothing was published.".formatted(consumer, provider),
                String.join(", ", files.stream().map(Path::toString).toList()),
                "publish one of them, or add --merge if each has a part of the interactions");
    }
}

package dev.treaty.stubs.http.page;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the page shows beside what the server knows itself.
 *
 * @param providers the folder with a folder for each provider, in which builds leave the results of verifications; need not exist
 * @param changes what the comparison of the contracts with the last commit says; empty if there is nothing to compare
 */
public record PageSettings(Path providers, Supplier<Optional<String>> changes) {

    /** Results of the build in the current folder, and no comparison. */
    public static final PageSettings DEFAULT = new PageSettings(Path.of("providers"), Optional::empty);
}

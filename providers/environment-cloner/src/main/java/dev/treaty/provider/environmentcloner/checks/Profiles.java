package dev.treaty.provider.environmentcloner.checks;

import dev.treaty.provider.environmentcloner.anonymise.AnonymisationProfile;
import dev.treaty.provider.environmentcloner.anonymise.Column;
import dev.treaty.provider.environmentcloner.anonymise.InvalidProfile;
import dev.treaty.provider.environmentcloner.anonymise.ProfileCheck;
import dev.treaty.provider.environmentcloner.anonymise.ProfileReader;
import dev.treaty.provider.environmentcloner.refusals.ProfileRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The anonymisation profiles, in files that a data-protection officer can change while the service runs.
 *
 * @param folder with {@code <name>.yaml}
 */
record Profiles(Path folder) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /**
     * The profile with a name, if it fits the columns.
     *
     * @throws ProfileRefused if there is none, or it does not
     */
    AnonymisationProfile find(String name, Collection<Column> columns) {
        var profile = read(name);
        var problems = new ProfileCheck(profile, columns).problems();
        if (!problems.isEmpty()) {
            throw new ProfileRefused(
                    "invalid-profile",
                    "The anonymisation profile %s does not fit the source: %s"
                            .formatted(name, String.join(" ", problems)),
                    name + ".yaml",
                    "correct these columns in the profile",
                    problems);
        }
        return profile;
    }

    private AnonymisationProfile read(String name) {
        var file = folder.resolve(name + ".yaml");
        if (!NAME.matcher(name).matches() || !Files.isRegularFile(file)) {
            throw new ProfileRefused(
                    "unknown-profile",
                    "There is no such anonymisation profile.",
                    "/anonymise/profile",
                    "name a file in the folder of the profiles, without .yaml",
                    List.of());
        }
        try {
            return ProfileReader.read(file);
        } catch (InvalidProfile e) {
            var message = e.errorMessage();
            throw new ProfileRefused(
                    "invalid-profile", message.what(), relative(message.where()), message.fix(), List.of());
        }
    }

    /** Where the folder is concerns nobody who asks for a clone. */
    private String relative(String where) {
        return where.replace(folder + folder.getFileSystem().getSeparator(), "");
    }
}

package dev.treaty.provider.verification.settings;

import dev.treaty.pacts.broker.build.BuildDetails;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a broker must know about the provider that is verified: its version, its branch, and the URL of the build. Each is a setting with
 * the name that pact-jvm gives it; if it is missing, the Git repository and the environment variables of CI servers count.
 */
public final class ProviderBuild {

    private static final String PUBLISH = "pact.verifier.publishResults";
    private static final String VERSION = "pact.provider.version";
    private static final String BRANCH = "pact.provider.branch";
    private static final String URL = "pact.verifier.buildUrl";

    private final VerificationSettings settings;
    private final Path folder;

    /** The build that has these settings, and has checked out the working directory. */
    public ProviderBuild(VerificationSettings settings) {
        this(settings, Path.of(""));
    }

    /** The build that has these settings, and has checked out a folder. */
    public ProviderBuild(VerificationSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /** Whether results are published: as the setting says, or else if this is a CI build. */
    public boolean publishesResults() {
        return settings.value(PUBLISH)
                .or(() -> settings.environment("CI"))
                .filter(Boolean::parseBoolean)
                .isPresent();
    }

    /**
     * The version, usually a commit.
     *
     * @throws InvalidSetting if it is unknown
     */
    public String version() {
        return settings.value(VERSION)
                .or(() -> details().version())
                .orElseThrow(() -> missing("version", VERSION, "$(git rev-parse HEAD)"));
    }

    /**
     * The branch; for a pull request, its source branch.
     *
     * @throws InvalidSetting if it is unknown
     */
    public String branch() {
        return settings.value(BRANCH)
                .or(() -> details().branch())
                .orElseThrow(() -> missing("branch", BRANCH, "$(git branch --show-current)"));
    }

    /** Whether a setting names the branch, instead of what is checked out. */
    public boolean namesBranch() {
        return settings.value(BRANCH).isPresent();
    }

    /** The URL of the build's page; empty if it is unknown. */
    public Optional<String> url() {
        return settings.value(URL).or(() -> details().url());
    }

    private BuildDetails details() {
        return BuildDetails.of(folder, settings.environment());
    }

    private InvalidSetting missing(String what, String setting, String example) {
        return new InvalidSetting(
                "The broker needs the provider's %s, which is unknown.".formatted(what),
                "%s, the Git repository, and the environment variables of CI servers"
                        .formatted(settings.option(setting)),
                "add " + settings.option(setting) + example);
    }
}

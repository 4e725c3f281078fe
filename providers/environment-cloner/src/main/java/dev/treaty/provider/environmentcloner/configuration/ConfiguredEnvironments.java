package dev.treaty.provider.environmentcloner.configuration;

import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.sample.SampleServer;
import dev.treaty.provider.environmentcloner.settings.ClonerSettings;
import dev.treaty.provider.service.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is cloned and how, ready to be used.
 *
 * @param sample the server with the environments, if they are those of the sample; closed with this
 */
public record ConfiguredEnvironments(ClonerSettings settings, Optional<SampleServer> sample) implements AutoCloseable {

    private static final String SAMPLE_PROFILE = "/sample/training.yaml";

    /**
     * An operator's own.
     *
     * @param profiles the folder with the anonymisation profiles; null if there are none
     * @param folder for backup files and temporary ones; null for a new one
     * @throws CannotStart if a folder cannot be used
     */
    static ConfiguredEnvironments of(List<Environment> environments, @Nullable Path profiles, @Nullable Path folder) {
        var files = folder(folder);
        return new ConfiguredEnvironments(
                ClonerSettings.of(environments, profiles == null ? files.resolve("profiles") : profiles, files),
                Optional.empty());
    }

    /**
     * Those of the sample, which are started.
     *
     * @param rows how many there are in production, about
     */
    public static ConfiguredEnvironments sample(int rows, @Nullable Path profiles, @Nullable Path folder) {
        var files = folder(folder);
        try {
            var server = SampleServer.start(rows);
            return new ConfiguredEnvironments(
                    ClonerSettings.of(
                            server.environments(), profiles == null ? sampleProfiles(files) : profiles, files),
                    Optional.of(server));
        } catch (SQLException e) {
            throw new IllegalStateException("the sample cannot be set up", e);
        }
    }

    /** The same, but only one clone runs and only one more may wait: enough for every provider state, and soon too many. */
    public ConfiguredEnvironments forStates() {
        return new ConfiguredEnvironments(
                new ClonerSettings(
                        settings.application(),
                        settings.environments(),
                        settings.profiles(),
                        settings.backups(),
                        settings.work(),
                        1,
                        1,
                        settings.connections(),
                        settings.backupAge(),
                        settings.expiryNotice()),
                sample);
    }

    private static Path folder(@Nullable Path given) {
        try {
            return given == null ? Files.createTempDirectory("environment-cloner-") : Files.createDirectories(given);
        } catch (IOException e) {
            throw new CannotStart(
                    "The folder for the service's files cannot be used.",
                    String.valueOf(given),
                    "name one that exists or can be created, with --folder");
        }
    }

    private static Path sampleProfiles(Path files) {
        try (InputStream profile = Objects.requireNonNull(
                ConfiguredEnvironments.class.getResourceAsStream(SAMPLE_PROFILE), SAMPLE_PROFILE)) {
            var folder = Files.createDirectories(files.resolve("profiles"));
            Files.write(folder.resolve("training.yaml"), profile.readAllBytes());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the sample's server, if there is one. */
    @Override
    public void close() {
        sample.ifPresent(SampleServer::close);
    }
}

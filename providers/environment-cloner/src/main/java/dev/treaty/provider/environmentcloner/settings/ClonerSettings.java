package dev.treaty.provider.environmentcloner.settings;

import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.refusals.EnvironmentNotFound;
import dev.treaty.provider.environmentcloner.systems.ClonedApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How clones are made.
 *
 * @param environments at most one of each id
 * @param profiles the folder with the anonymisation profiles, {@code <name>.yaml}; read anew for each clone
 * @param backups the folder for backup files
 * @param work the folder for files that exist only during a clone; as large as the personal data of a source
 * @param running how many operations run at a time, of all replicas together
 * @param queued how many more may wait, of all replicas together
 * @param connections how many tables one clone copies at a time
 * @param backupAge how long a backup is kept
 * @param expiryNotice how long before its end an event tells that a backup expires
 */
public record ClonerSettings(
        ClonedApplication application,
        List<Environment> environments,
        Path profiles,
        Path backups,
        Path work,
        int running,
        int queued,
        int connections,
        Duration backupAge,
        Duration expiryNotice) {

    public ClonerSettings {
        environments = List.copyOf(environments);
    }

    /** The usual ones for the sample application, with its files in a folder that exists. */
    public static ClonerSettings of(List<Environment> environments, Path profiles, Path folder) {
        return new ClonerSettings(
                ClonedApplication.lofts(),
                environments,
                profiles,
                folder.resolve("backups"),
                folder.resolve("work"),
                2,
                8,
                2,
                Duration.ofDays(7),
                Duration.ofDays(1));
    }

    /**
     * The environment with an id.
     *
     * @param where the id comes from, for the error
     * @throws EnvironmentNotFound if there is none
     */
    public Environment environment(String id, String where) {
        return environments.stream()
                .filter(environment -> environment.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new EnvironmentNotFound(
                        id, where, environments.stream().map(Environment::id).toList()));
    }
}

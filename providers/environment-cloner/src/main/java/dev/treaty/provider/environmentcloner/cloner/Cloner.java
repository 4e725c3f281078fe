package dev.treaty.provider.environmentcloner.cloner;

import dev.treaty.provider.environmentcloner.backups.Backups;
import dev.treaty.provider.environmentcloner.checks.CloneChecks;
import dev.treaty.provider.environmentcloner.clones.Clones;
import dev.treaty.provider.environmentcloner.events.WallReports;
import dev.treaty.provider.environmentcloner.inventory.Environments;
import dev.treaty.provider.environmentcloner.operations.OperationQueue;
import dev.treaty.provider.environmentcloner.settings.ClonerSettings;
import dev.treaty.provider.environmentcloner.walls.Wall;
import dev.treaty.provider.environmentcloner.walls.Walls;
import dev.treaty.provider.environmentcloner.workers.PhaseListener;
import dev.treaty.provider.environmentcloner.workers.WorkerContext;
import dev.treaty.provider.environmentcloner.workers.Workers;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** The service without HTTP. It works from when it is started until it is closed; any number of replicas may share a database. */
public final class Cloner implements AutoCloseable {

    private final Environments environments;
    private final Clones clones;
    private final Backups backups;
    private final Workers workers;

    private Cloner(Environments environments, Clones clones, Backups backups, Workers workers) {
        this.environments = environments;
        this.clones = clones;
        this.backups = backups;
        this.workers = workers;
    }

    /**
     * Starts its workers, after it has removed what killed ones have left behind.
     *
     * @param database with the tables of {@code db/environment-cloner}
     */
    public static Cloner start(Jdbi database, ClonerSettings settings, Clock clock) {
        return start(database, settings, clock, PhaseListener.NONE);
    }

    /**
     * The same, with somebody who can hold operations up, as provider states do.
     *
     * @param phases is told of each phase that begins
     */
    public static Cloner start(Jdbi database, ClonerSettings settings, Clock clock, PhaseListener phases) {
        return start(database, settings, Walls.around(settings.environments()), clock, phases);
    }

    /** With other walls, for tests of a single one. */
    static Cloner start(Jdbi database, ClonerSettings settings, Wall walls, Clock clock, PhaseListener phases) {
        var checks = new CloneChecks(settings, walls);
        var queue = new OperationQueue(settings.running(), settings.queued());
        var reports = new WallReports(database, clock);
        var workers = Workers.start(new WorkerContext(database, settings, checks, queue, reports, phases, clock));
        return new Cloner(
                new Environments(database, settings, walls),
                new Clones(database, checks, queue, workers::wake, clock),
                new Backups(database, settings, checks, queue, workers::wake, clock),
                workers);
    }

    /** The environments that are cloned. */
    public Environments environments() {
        return environments;
    }

    /** Requests clones, and follows them. */
    public Clones clones() {
        return clones;
    }

    /** Former databases. */
    public Backups backups() {
        return backups;
    }

    /** Whether the workers run. */
    public boolean isRunning() {
        return workers.areRunning();
    }

    /** Whether it is not being closed. */
    boolean isTakingOn() {
        return !workers.isClosed();
    }

    /** Takes on nothing more, stops what runs, and returns when nothing of it is left. */
    @Override
    public void close() {
        workers.close();
    }
}

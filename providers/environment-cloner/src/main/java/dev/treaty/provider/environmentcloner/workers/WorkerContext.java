package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.checks.CloneChecks;
import dev.treaty.provider.environmentcloner.events.WallReports;
import dev.treaty.provider.environmentcloner.operations.OperationQueue;
import dev.treaty.provider.environmentcloner.settings.ClonerSettings;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** What every worker needs. */
public record WorkerContext(
        Jdbi jdbi,
        ClonerSettings settings,
        CloneChecks checks,
        OperationQueue queue,
        WallReports reports,
        PhaseListener phases,
        Clock clock) {}

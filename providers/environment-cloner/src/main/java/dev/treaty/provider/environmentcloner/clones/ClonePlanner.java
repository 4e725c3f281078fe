package dev.treaty.provider.environmentcloner.clones;

import dev.treaty.provider.environmentcloner.anonymise.AnonymisationProfile;
import dev.treaty.provider.environmentcloner.anonymise.ColumnRule;
import dev.treaty.provider.environmentcloner.anonymise.ValueRule;
import dev.treaty.provider.environmentcloner.checks.CheckedClone;
import dev.treaty.provider.environmentcloner.checks.CloneChecks;
import dev.treaty.provider.environmentcloner.checks.RowCounts;
import dev.treaty.provider.environmentcloner.checks.UnclassifiedSearch;
import dev.treaty.provider.environmentcloner.copy.Catalogue;
import dev.treaty.provider.environmentcloner.copy.RowConditions;
import dev.treaty.provider.environmentcloner.copy.SourceSnapshot;
import dev.treaty.provider.environmentcloner.copy.StopSignal;
import dev.treaty.provider.environmentcloner.copy.TableLayout;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.operations.StatisticsRows;
import dev.treaty.provider.environmentcloner.refusals.EnvironmentUnreachable;
import dev.treaty.provider.service.database.DatabaseFailure;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** Finds out what a clone would do. */
final class ClonePlanner {

    /** What a clone takes beside its rows: a new database, its schema, the swap. */
    private static final Duration BESIDES = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final CloneChecks checks;
    private final Clock clock;

    ClonePlanner(Jdbi jdbi, CloneChecks checks, Clock clock) {
        this.jdbi = jdbi;
        this.checks = checks;
        this.clock = clock;
    }

    ClonePlan plan(CheckedClone clone) {
        var reader = checks.reader(clone.source());
        try (var snapshot = reader.snapshot(EnvironmentDatabases.OF_SERVICE, new StopSignal())) {
            return reader.read(() -> plan(clone, snapshot));
        } catch (SQLException e) {
            throw new EnvironmentUnreachable(clone.source().id(), DatabaseFailure.reason(e), e);
        }
    }

    private ClonePlan plan(CheckedClone clone, SourceSnapshot snapshot) throws SQLException {
        var layouts = Catalogue.tables(snapshot.connection());
        var conditions = RowConditions.of(
                snapshot.connection(),
                layouts.stream().map(TableLayout::name).toList(),
                checks.filter(clone, clock.instant())::condition);
        var tables = new ArrayList<PlannedTable>();
        for (var layout : layouts) {
            var rows = RowCounts.of(snapshot.connection(), layout.name(), conditions.get(layout.name()));
            tables.add(new PlannedTable(layout.name().toString(), rows, rules(layout, clone.profile())));
        }
        var unclassified = clone.profile().isEmpty()
                ? List.<String>of()
                : new UnclassifiedSearch(clone.profile().get()).in(snapshot.connection(), layouts);
        return new ClonePlan(tables, clone.schemaChanges(), unclassified, estimate(tables));
    }

    /** By how fast the latest clones were. */
    private Duration estimate(List<PlannedTable> tables) {
        var rows = tables.stream().mapToLong(PlannedTable::rows).sum();
        var perSecond = jdbi.<Long, RuntimeException>withHandle(StatisticsRows::rowsPerSecond);
        return BESIDES.plus(Duration.ofMillis(rows * 1_000 / perSecond));
    }

    private static List<PlannedRule> rules(TableLayout table, Optional<AnonymisationProfile> profile) {
        var rules = new ArrayList<PlannedRule>();
        profile.map(AnonymisationProfile::tables)
                .map(tables -> tables.get(table.name().toString()))
                .ifPresent(columns -> new TreeMap<>(columns).forEach((column, rule) -> add(column, rule, rules)));
        return rules;
    }

    private static void add(String column, ColumnRule rule, List<PlannedRule> rules) {
        if (rule instanceof ColumnRule.Json json) {
            new TreeMap<>(json.members())
                    .forEach((member, value) -> rules.add(new PlannedRule(column + " > " + member, domain(value))));
        } else if (rule instanceof ValueRule value) {
            rules.add(new PlannedRule(column, domain(value)));
        }
    }

    private static String domain(ValueRule rule) {
        return rule instanceof ValueRule.Replace replace ? replace.domain().word() : "keep";
    }
}

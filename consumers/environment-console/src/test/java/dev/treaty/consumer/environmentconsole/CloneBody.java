package dev.treaty.consumer.environmentconsole;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;
import dev.treaty.consumer.environmentconsole.clones.CloneFailure;
import dev.treaty.consumer.environmentconsole.clones.CloneOptions;
import dev.treaty.consumer.environmentconsole.clones.EnvironmentClone;
import dev.treaty.consumer.environmentconsole.clones.Progress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The bodies that are about clones. */
final class CloneBody {

    private static final String SYSTEM = "[a-z][a-z-]*";

    private CloneBody() {}

    /** A request for exactly this clone. */
    static DslPart exactly(CloneOptions options) {
        return newJsonBody(body -> {
                    body.stringValue("source", options.source());
                    body.stringValue("target", options.target());
                    body.array("systems", systems -> options.systems().forEach(systems::stringValue));
                    options.profile()
                            .ifPresentOrElse(
                                    profile -> body.object("anonymise", rules -> rules.stringValue("profile", profile)),
                                    () -> body.nullValue("anonymise"));
                    body.booleanValue("backup", options.backup());
                    body.booleanValue("validate", options.validate());
                    options.maxAge().ifPresent(age -> body.stringValue("maxAge", age));
                })
                .build();
    }

    /** A request for any clone of the same kind: of as many systems, or of any number; with a profile; with or without a maximal age. */
    static DslPart like(CloneOptions options) {
        return newJsonBody(body -> {
                    body.stringMatcher("source", ClonerContract.ENVIRONMENT_ID, options.source());
                    body.stringMatcher("target", ClonerContract.ENVIRONMENT_ID, options.target());
                    systems(body, options.systems());
                    options.profile()
                            .ifPresent(
                                    profile -> body.object("anonymise", rules -> rules.stringType("profile", profile)));
                    body.booleanType("backup", options.backup());
                    body.booleanType("validate", options.validate());
                    options.maxAge().ifPresent(age -> body.stringMatcher("maxAge", "P\\d+[DWMY]", age));
                })
                .build();
    }

    /** One system stands for any number; of several, each has its own example. */
    private static void systems(LambdaDslObject body, List<String> examples) {
        if (examples.size() == 1) {
            body.minArrayLike("systems", 1, PactDslJsonRootValue.stringMatcher(SYSTEM, examples.get(0)), 1);
        } else {
            body.array("systems", systems -> examples.forEach(system -> systems.stringMatcher(SYSTEM, system)));
        }
    }

    /** A clone in a response, in exactly this state. */
    static DslPart of(EnvironmentClone clone) {
        return newJsonBody(body -> {
                    body.stringMatcher("id", ClonerContract.CLONE_ID, clone.id());
                    body.stringValue("state", word(clone.state()));
                    describe(body, clone);
                })
                .build();
    }

    /** A clone in the response to its request: it may wait or run already. */
    static DslPart accepted(EnvironmentClone clone) {
        return newJsonBody(body -> {
                    body.stringMatcher("id", ClonerContract.CLONE_ID, clone.id());
                    body.stringMatcher("state", "queued|running", word(clone.state()));
                    describe(body, clone);
                })
                .build();
    }

    /** A clone in a list. */
    static void listed(LambdaDslObject body, EnvironmentClone clone) {
        body.stringMatcher("id", ClonerContract.CLONE_ID, clone.id());
        body.stringMatcher(
                "state", "queued|running|cancelling|rolling-back|completed|cancelled|failed", word(clone.state()));
        describe(body, clone);
    }

    private static void describe(LambdaDslObject body, EnvironmentClone clone) {
        body.stringValue("source", clone.source());
        body.stringValue("target", clone.target());
        clone.phase().ifPresent(phase -> body.stringValue("phase", word(phase)));
        body.object("progress", progress -> progress(progress, clone.progress()));
        clone.startedAt().ifPresent(time -> body.stringMatcher("startedAt", ClonerContract.TIME, time.toString()));
        clone.finishedAt().ifPresent(time -> body.stringMatcher("finishedAt", ClonerContract.TIME, time.toString()));
        clone.backup().ifPresent(backup -> body.stringMatcher("backup", ClonerContract.BACKUP_ID, backup));
        clone.failure().ifPresent(failure -> body.object("failure", members -> failure(members, failure)));
    }

    private static void progress(LambdaDslObject body, Progress progress) {
        if (progress.percent() == 100) {
            body.numberValue("percent", 100);
        } else {
            body.integerType("percent", Math.toIntExact(progress.percent()));
        }
        body.integerType("rows", Math.toIntExact(progress.rows()));
        body.integerType("rowsTotal", Math.toIntExact(progress.rowsTotal()));
        body.integerType("tables", Math.toIntExact(progress.tables()));
        body.integerType("tablesTotal", Math.toIntExact(progress.tablesTotal()));
        body.integerType("bytes", Math.toIntExact(progress.bytes()));
    }

    private static void failure(LambdaDslObject body, CloneFailure failure) {
        var problem = failure.problem();
        ClonerContract.problem(
                body,
                problem.type().slug(),
                problem.title(),
                Objects.requireNonNull(problem.detail().orElse(null)),
                Objects.requireNonNull(problem.fix().orElse(null)));
        body.stringMatcher("phase", ClonerContract.PHASES, word(failure.phase()));
        body.booleanValue("rolledBack", failure.rolledBack());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package dev.treaty.provider.environmentcloner.http;

import dev.treaty.provider.environmentcloner.refusals.ColumnsUnclassified;
import dev.treaty.provider.environmentcloner.refusals.Failure;
import dev.treaty.provider.environmentcloner.refusals.InvalidClone;
import dev.treaty.provider.environmentcloner.refusals.ProfileRefused;
import dev.treaty.provider.environmentcloner.refusals.Refusal;
import dev.treaty.provider.environmentcloner.refusals.TargetIsBeingCloned;
import dev.treaty.provider.environmentcloner.refusals.TooManyClones;
import dev.treaty.provider.environmentcloner.refusals.WallRefusal;
import dev.treaty.provider.service.problems.Problem;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells of refusals as problem documents (RFC 9457): {@code detail} says what happened, {@code instance} and {@code where} where, and {@code fix}
 * what to do about it.
 */
final class ProblemDocuments {

    private ProblemDocuments() {}

    /** The same handler, whose refusals are problems. */
    static Handler refusing(Handler handler) {
        return context -> {
            try {
                handler.handle(context);
            } catch (Refusal refusal) {
                throw of(refusal, context.path());
            }
        };
    }

    /** The problem that a refusal is. */
    static Problem of(Refusal refusal, String instance) {
        var failure = refusal.failure();
        var kind = ProblemKind.of(failure.slug());
        var problem = new Problem(kind.status(), failure.slug(), kind.title())
                .with("detail", failure.what())
                .with("instance", instance)
                .with("where", failure.where())
                .with("fix", failure.fix());
        if (refusal instanceof InvalidClone invalid) {
            problem.with("errors", invalid.errors());
        } else if (refusal instanceof TargetIsBeingCloned taken) {
            problem.with("clone", taken.operation());
        } else if (refusal instanceof TooManyClones waiting) {
            problem.withHeader(
                    "Retry-After",
                    String.valueOf(Math.max(1, waiting.retryAfter().toSeconds())));
        } else if (refusal instanceof WallRefusal held) {
            problem.with("wall", held.wall().word()).with("environment", held.environment());
        } else if (refusal instanceof ColumnsUnclassified unclassified) {
            problem.with("columns", unclassified.columns());
        } else if (refusal instanceof ProfileRefused profile) {
            problem.with("problems", profile.problems());
        }
        return problem;
    }

    /** The reason of something that failed after it was accepted, in the shape of a problem document. */
    static Map<String, Object> of(Failure failure) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", Problem.TYPES + failure.slug());
        members.put("title", ProblemKind.of(failure.slug()).title());
        members.put("detail", failure.what());
        members.put("where", failure.where());
        members.put("fix", failure.fix());
        return members;
    }
}

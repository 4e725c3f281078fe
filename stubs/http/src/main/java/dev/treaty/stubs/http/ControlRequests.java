package dev.treaty.stubs.http;

import dev.treaty.stubs.http.admin.AdminGuard;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ReplayResult;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.matching.request.RawRequest;

/**
 * The requests by which tests control a provider's replay, below {@value ProviderReplay#CONTROL_PATH}. No fault, no mapping and no contract
 * applies to them.
 */
final class ControlRequests {

    private final ProviderReplays replays;
    private final AdminGuard guard;
    private final ProviderErrors errors;

    ControlRequests(ProviderReplays replays, AdminGuard guard, ProviderErrors errors) {
        this.replays = replays;
        this.guard = guard;
        this.errors = errors;
    }

    /** Whether it is one, also in another case, which some vendors ignore: the rules for these requests hold for it then. */
    static boolean include(RawRequest request) {
        var path = request.target();
        return path.regionMatches(true, 0, ProviderReplay.CONTROL_PATH, 0, ProviderReplay.CONTROL_PATH.length())
                && (path.length() == ProviderReplay.CONTROL_PATH.length()
                        || "/?".indexOf(path.charAt(ProviderReplay.CONTROL_PATH.length())) >= 0);
    }

    StubResponse answer(HttpRequest request) {
        var raw = request.raw();
        var refusal = guard.refusalOfControl(request.jetty());
        if (refusal.isPresent()) {
            return errors.of(raw, refusal.get());
        }
        return replays.of(raw.provider())
                .map(replay -> answer(replay, raw))
                .orElseGet(() -> errors.of(raw, HttpProblem.nothingToControl(raw.provider())));
    }

    private StubResponse answer(ProviderReplay replay, RawRequest request) {
        var result = replay.answer(request);
        if (result instanceof ReplayResult.Answered answered) {
            return answered.response();
        }
        return result instanceof ReplayResult.UnknownId unknown
                ? unknown.response()
                : errors.of(request, HttpProblem.unknownControl(request.method(), request.path()));
    }
}

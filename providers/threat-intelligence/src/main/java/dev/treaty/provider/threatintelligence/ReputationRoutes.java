package dev.treaty.provider.threatintelligence;

import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import dev.treaty.provider.threatintelligence.reputation.Indicators;
import dev.treaty.provider.threatintelligence.reputation.Reputations;
import dev.treaty.provider.threatintelligence.sources.SourceReport;
import dev.treaty.provider.threatintelligence.sources.SourceStatus;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /addresses/{ip}/reputation}, {@code /indicators} and {@code /sources}: what can be read. */
final class ReputationRoutes {

    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}");
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
    private static final int USUAL = 20;

    private final Reputations reputations;
    private final Indicators indicators;
    private final SourceReport sources;
    private final CallerAuthentication authentication;

    ReputationRoutes(
            Reputations reputations, Indicators indicators, SourceReport sources, CallerAuthentication authentication) {
        this.reputations = reputations;
        this.indicators = indicators;
        this.sources = sources;
        this.authentication = authentication;
    }

    void configure(RoutesConfig routes) {
        routes.get("/addresses/{ip}/reputation", this::reputation);
        routes.get("/indicators", this::indicators);
        routes.get("/sources", this::sources);
    }

    private void reputation(Context context) {
        var caller = authentication.caller(context, Permission.READ);
        var address = IpAddress.of(context.pathParam("ip"))
                .orElseThrow(() -> new Problem(422, "address-not-public", "This is not a public IP address"));
        context.json(reputations.of(caller.id(), address));
    }

    /** Whoever has read up to a cursor continues there later, and misses nothing. */
    private void indicators(Context context) {
        authentication.caller(context, Permission.READ);
        var after = parameter(context.queryParam("after"), CURSOR, "after")
                .map(Long::parseLong)
                .orElse(0L);
        var limit = parameter(context.queryParam("limit"), LIMIT, "limit")
                .map(Integer::valueOf)
                .orElse(USUAL);
        var items = indicators.after(after, limit);
        var last = items.isEmpty() ? after : items.get(items.size() - 1).number();
        var body = new LinkedHashMap<String, Object>();
        body.put("items", items.stream().map(ReputationRoutes::indicator).toList());
        body.put("next", String.valueOf(last));
        body.put("isLast", items.size() < limit);
        context.json(body);
    }

    private static Map<String, Object> indicator(Indicators.Indicator indicator) {
        return Map.of(
                "ip", indicator.ip(),
                "verdict", indicator.verdict(),
                "risk", indicator.risk(),
                "judgedAt", indicator.judgedAt().toString());
    }

    private static Optional<String> parameter(@Nullable String value, Pattern syntax, String name) {
        if (value != null && !syntax.matcher(value).matches()) {
            throw PlatformProblems.invalidParameter(name);
        }
        return Optional.ofNullable(value);
    }

    private void sources(Context context) {
        authentication.caller(context, Permission.READ);
        List<Map<String, Object>> items =
                sources.all().stream().map(ReputationRoutes::source).toList();
        context.json(Map.of("items", items));
    }

    private static Map<String, Object> source(SourceStatus status) {
        var source = new LinkedHashMap<String, Object>();
        source.put("name", status.name().value());
        source.put("state", status.state());
        status.remaining().ifPresent(remaining -> source.put("remaining", remaining));
        status.notBefore().ifPresent(time -> source.put("notBefore", time.toString()));
        status.answeredAt().ifPresent(time -> source.put("answeredAt", time.toString()));
        status.keyExpiresOn().ifPresent(day -> source.put("keyExpiresOn", day.toString()));
        return source;
    }
}

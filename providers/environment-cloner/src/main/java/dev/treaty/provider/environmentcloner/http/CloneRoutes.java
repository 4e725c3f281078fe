package dev.treaty.provider.environmentcloner.http;

import static dev.treaty.provider.environmentcloner.http.ProblemDocuments.refusing;

import dev.treaty.provider.environmentcloner.clones.Clones;
import dev.treaty.provider.environmentcloner.operations.LogLevel;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationFilter;
import dev.treaty.provider.environmentcloner.operations.OperationKind;
import dev.treaty.provider.environmentcloner.operations.OperationState;
import dev.treaty.provider.environmentcloner.operations.Requester;
import dev.treaty.provider.environmentcloner.refusals.CloneNotFound;
import dev.treaty.provider.environmentcloner.settings.ClonerSettings;
import dev.treaty.provider.service.http.HeaderFields;
import dev.treaty.provider.service.http.IdempotencyKey;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /clones}: reads requests and writes responses. */
public final class CloneRoutes {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int MOST_CLONES = 100;
    private static final int MOST_ENTRIES = 1_000;

    private final Clones clones;
    private final ClonerSettings settings;
    private final CloneStart start;
    private final CallerAuthentication authentication;

    public CloneRoutes(Clones clones, ClonerSettings settings, CloneStart start, CallerAuthentication authentication) {
        this.clones = clones;
        this.settings = settings;
        this.start = start;
        this.authentication = authentication;
    }

    /** Adds the routes. */
    public void configure(RoutesConfig routes) {
        routes.post("/clones", refusing(this::startOrPlan));
        routes.get("/clones", refusing(this::list));
        routes.get("/clones/{id}", refusing(this::get));
        routes.post("/clones/{id}/cancellation", refusing(this::cancel));
        routes.get("/clones/{id}/log", refusing(this::log));
        routes.get("/clones/{id}/statistics", refusing(this::statistics));
    }

    private void startOrPlan(Context context) {
        var dryRun = PageParameters.read(context, "dryRun", CloneRoutes::flag).orElse(false);
        if (dryRun) {
            plan(context);
        } else {
            start(context);
        }
    }

    private void plan(Context context) {
        var caller = new Requester(authentication.viewer(context));
        context.json(Resources.plan(clones.plan(CloneRequestReader.read(context), caller)));
    }

    private void start(Context context) {
        var caller = new Requester(authentication.operator(context));
        var key =
                IdempotencyKey.of(HeaderFields.value(context, "Idempotency-Key").orElse(null));
        var request = CloneRequestReader.read(context);

        var clone = start.start(request, caller, key);

        context.status(202).header("Location", "/clones/" + clone.id());
        respond(context, clone);
    }

    private void list(Context context) {
        authentication.viewer(context);
        var target = Optional.ofNullable(context.queryParam("target"));
        target.ifPresent(id -> settings.environment(id, "the parameter target"));
        var page = clones.list(new OperationFilter(
                Optional.of(OperationKind.CLONE),
                target,
                PageParameters.read(context, "state", CloneRoutes::state),
                PageParameters.limit(context, MOST_CLONES),
                PageParameters.after(context)));
        var body = Resources.page(page.items().stream().map(Resources::clone).toList());
        page.next().ifPresent(place -> body.put("next", Cursor.after(place)));
        context.json(body);
    }

    private void get(Context context) {
        authentication.viewer(context);
        respond(context, find(context));
    }

    private void cancel(Context context) {
        var caller = new Requester(authentication.operator(context));
        var cancelled = clones.cancel(find(context).id(), caller);
        context.status(202).header("Location", "/clones/" + cancelled.id());
        respond(context, cancelled);
    }

    /** More can come as long as the clone was not over before the entries were read. */
    private void log(Context context) {
        authentication.viewer(context);
        var least = PageParameters.read(context, "level", CloneRoutes::level).orElse(LogLevel.INFO);
        var after = PageParameters.after(context);
        var clone = find(context);
        var page = clones.log(clone.id(), least, after, PageParameters.limit(context, MOST_ENTRIES));
        var body = new LinkedHashMap<String, Object>();
        body.put("entries", page.items().stream().map(Resources::logEntry).toList());
        if (page.next().isPresent()) {
            body.put("next", Cursor.after(page.next().getAsLong()));
        } else if (!clone.state().isFinal()) {
            var last = page.items().isEmpty()
                    ? after.orElse(0)
                    : page.items().get(page.items().size() - 1).number();
            body.put("next", Cursor.after(last));
        }
        context.json(body);
    }

    private void statistics(Context context) {
        authentication.viewer(context);
        context.json(Resources.statistics(clones.statistics(find(context).id())));
    }

    private Operation find(Context context) {
        var id = context.pathParam("id");
        if (!ID.matcher(id).matches()) {
            throw new CloneNotFound(id);
        }
        var found = clones.find(id);
        if (found.kind() != OperationKind.CLONE) {
            throw new CloneNotFound(id);
        }
        return found;
    }

    private static void respond(Context context, Operation clone) {
        if (!clone.state().isFinal()) {
            context.header("Retry-After", "1");
        }
        context.json(Resources.clone(clone));
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<OperationState> state(String word) {
        return Arrays.stream(OperationState.values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    private static Optional<LogLevel> level(String word) {
        return Arrays.stream(LogLevel.values())
                .filter(level -> level.word().equals(word))
                .findFirst();
    }
}

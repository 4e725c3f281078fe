package dev.treaty.provider.environmentcloner.http;

import static dev.treaty.provider.environmentcloner.http.ProblemDocuments.refusing;

import dev.treaty.provider.environmentcloner.backups.Backups;
import dev.treaty.provider.environmentcloner.clones.Clones;
import dev.treaty.provider.environmentcloner.operations.InTransaction;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.Requester;
import dev.treaty.provider.environmentcloner.refusals.BackupNotFound;
import dev.treaty.provider.environmentcloner.refusals.CloneNotFound;
import dev.treaty.provider.environmentcloner.settings.ClonerSettings;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /backups}: what environments were before, and how to have it back. */
public final class BackupRoutes {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Backups backups;
    private final Clones operations;
    private final ClonerSettings settings;
    private final CallerAuthentication authentication;

    /** @param operations finds restorations, which are operations like clones */
    public BackupRoutes(
            Backups backups, Clones operations, ClonerSettings settings, CallerAuthentication authentication) {
        this.backups = backups;
        this.operations = operations;
        this.settings = settings;
        this.authentication = authentication;
    }

    /** Adds the routes. */
    public void configure(RoutesConfig routes) {
        routes.get("/backups", refusing(this::list));
        routes.get("/backups/{id}", refusing(this::get));
        routes.post("/backups/{id}/restorations", refusing(this::restore));
        routes.get("/backups/{id}/restorations/{restoration}", refusing(this::restoration));
        routes.post("/backups/{id}/restorations/{restoration}/cancellation", refusing(this::cancel));
    }

    private void list(Context context) {
        authentication.viewer(context);
        var environment = Optional.ofNullable(context.queryParam("environment"));
        environment.ifPresent(id -> settings.environment(id, "the parameter environment"));
        context.json(Resources.page(
                backups.list(environment).stream().map(Resources::backup).toList()));
    }

    private void get(Context context) {
        authentication.viewer(context);
        context.json(Resources.backup(backups.find(id(context))));
    }

    private void restore(Context context) {
        var caller = new Requester(authentication.operator(context));
        var id = id(context);
        var restoration = backups.restore(id, caller, InTransaction.NOTHING);
        context.status(202).header("Location", "/backups/%s/restorations/%s".formatted(id, restoration.id()));
        respond(context, restoration, id);
    }

    private void restoration(Context context) {
        authentication.viewer(context);
        var backup = id(context);
        respond(context, find(context, backup), backup);
    }

    private void cancel(Context context) {
        var caller = new Requester(authentication.operator(context));
        var backup = id(context);
        var cancelled = operations.cancel(find(context, backup).id(), caller);
        context.status(202).header("Location", "/backups/%s/restorations/%s".formatted(backup, cancelled.id()));
        respond(context, cancelled, backup);
    }

    private Operation find(Context context, String backup) {
        var id = context.pathParam("restoration");
        if (!ID.matcher(id).matches()) {
            throw new CloneNotFound(id);
        }
        var found = operations.find(id);
        if (!found.restored().equals(Optional.of(backup))) {
            throw new CloneNotFound(id);
        }
        return found;
    }

    private static String id(Context context) {
        var id = context.pathParam("id");
        if (!ID.matcher(id).matches()) {
            throw new BackupNotFound(id);
        }
        return id;
    }

    private static void respond(Context context, Operation restoration, String backup) {
        if (!restoration.state().isFinal()) {
            context.header("Retry-After", "1");
        }
        context.json(Resources.restoration(restoration, backup));
    }
}

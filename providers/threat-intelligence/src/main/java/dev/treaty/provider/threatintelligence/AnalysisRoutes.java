package dev.treaty.provider.threatintelligence;

import dev.treaty.provider.service.http.HeaderFields;
import dev.treaty.provider.service.http.IdempotencyKey;
import dev.treaty.provider.threatintelligence.analyses.Analyses;
import dev.treaty.provider.threatintelligence.reports.AddressReport;
import dev.treaty.provider.threatintelligence.reports.Reports;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /analyses} and {@code /reports}: what is asked for many addresses, and what is added. */
final class AnalysisRoutes {

    private static final int MOST_ADDRESSES = 100;
    private static final int SHORTEST_COMMENT = 10;
    private static final int LONGEST_COMMENT = 500;
    private static final int CATEGORIES = 23;

    private final Analyses analyses;
    private final Reports reports;
    private final CallerAuthentication authentication;

    AnalysisRoutes(Analyses analyses, Reports reports, CallerAuthentication authentication) {
        this.analyses = analyses;
        this.reports = reports;
        this.authentication = authentication;
    }

    void configure(RoutesConfig routes) {
        routes.post("/analyses", this::analyse);
        routes.get("/analyses/{id}", this::analysis);
        routes.post("/reports", this::report);
    }

    private void analyse(Context context) {
        var caller = authentication.caller(context, Permission.READ);
        var body = RequestFields.read(context);
        var addresses = body.addresses("addresses", MOST_ADDRESSES);
        body.check();

        var id = analyses.queue(caller.id(), addresses);

        context.status(202).header("Location", "/analyses/" + id).json(analyses.document(caller.id(), id));
    }

    private void analysis(Context context) {
        var caller = authentication.caller(context, Permission.READ);
        context.json(analyses.document(caller.id(), context.pathParam("id")));
    }

    private void report(Context context) {
        var caller = authentication.caller(context, Permission.WRITE);
        var key =
                IdempotencyKey.of(HeaderFields.value(context, "Idempotency-Key").orElse(null));
        var body = RequestFields.read(context);
        var address = body.address("ip");
        var categories = body.numbers("categories", 1, CATEGORIES);
        var comment = body.text("comment", SHORTEST_COMMENT, LONGEST_COMMENT);
        body.check();

        var outcome = reports.submit(caller.id(), key, new AddressReport(address.orElseThrow(), categories, comment));

        context.status(202).json(outcome);
    }
}

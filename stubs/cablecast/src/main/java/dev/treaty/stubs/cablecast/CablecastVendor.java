package dev.treaty.stubs.cablecast;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.cablecast.resource.CablecastError;
import dev.treaty.stubs.cablecast.resource.ResourceRoutes;
import dev.treaty.stubs.cablecast.resource.ResourceRules;
import dev.treaty.stubs.cablecast.resource.Resources;
import dev.treaty.stubs.cablecast.schedule.ScheduleConflicts;
import dev.treaty.stubs.cablecast.schedule.ShowRules;
import dev.treaty.stubs.cablecast.search.AdvancedSearch;
import dev.treaty.stubs.cablecast.upload.ReelRules;
import dev.treaty.stubs.cablecast.upload.Uploads;
import dev.treaty.stubs.cablecast.vod.Transcoding;
import dev.treaty.stubs.cablecast.vod.VodStatuses;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.Vendor;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.World;
import java.util.Map;
import java.util.Optional;

/** Cablecast, made of its resources and of what happens to them. */
final class CablecastVendor implements Vendor {

    private static final Map<String, ResourceRules> RULES = Map.of(
            "show", new ShowRules(),
            "reel", new ReelRules(),
            "scheduleItem", new ScheduleConflicts(),
            "vod", new Transcoding(),
            "vodStatus", new VodStatuses(),
            "fileUpload", new Uploads());

    private static final String SEARCH = "POST " + AdvancedSearch.PATH;
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;

    /** The vendor's server is IIS, to which case does not matter in paths. */
    private final RouteTable<RouteHandler> routes = RouteTable.ignoringCase();

    private final CablecastUsers users = new CablecastUsers();

    CablecastVendor() {
        var resources = new ResourceRoutes(RULES);
        resources.addTo(routes);
        routes.add(
                "POST " + ProviderReplay.CONTROL_PATH + "/vods/{id}",
                exchange -> VodStatuses.force(exchange, resources));
        routes.add(
                "POST " + ResourceRoutes.API + "fileuploads/{id}/upload",
                exchange -> Uploads.receive(exchange, resources));
        routes.add(SEARCH, AdvancedSearch::search);
        routes.add("GET " + ResourceRoutes.API + "systeminfo", exchange -> Station.info(exchange.world()));
    }

    @Override
    public String provider() {
        return "cablecast";
    }

    @Override
    public RouteTable<RouteHandler> routes() {
        return routes;
    }

    @Override
    public String account(VendorRequest request, Optional<RouteTable.Match<RouteHandler>> route) {
        return users.station(
                request,
                route.map(RouteTable.Match::route)
                        .filter(CablecastVendor::isWrite)
                        .isPresent());
    }

    /** @param route e.g. {@code "POST /cablecastapi/v1/shows"} */
    private static boolean isWrite(String route) {
        return route.contains(ResourceRoutes.API) && !route.startsWith("GET") && !route.equals(SEARCH);
    }

    @Override
    public StubResponse answer(Exchange exchange, RouteHandler handler) {
        users.check(exchange.world(), exchange.request().basicCredentials(), isWrite(exchange.route()));
        Station.open(exchange.world());
        return handler.handle(exchange);
    }

    @Override
    public StubResponse error(VendorRequest request, HttpProblem problem) {
        var methods = routes.methods(request.path());
        if (problem.status() == NOT_FOUND && !methods.isEmpty() && !methods.contains(request.method())) {
            return CablecastError.methodNotAllowed(request.method(), methods);
        }
        var response = CablecastError.response(problem.status(), problem.detail());
        return problem.status() == UNAUTHORIZED ? CablecastError.withChallenge(response) : response;
    }

    @Override
    public Map<String, DueAction> dueActions() {
        return Map.of(Transcoding.ACTION, Transcoding::proceed, Uploads.ACTION, Uploads::proceed);
    }

    @Override
    public Map<String, Object> seed(World world, String state, ObjectNode parameters) {
        Station.open(world);
        new ProviderStates(new Resources(world), parameters).bringAbout(state);
        return Map.of();
    }
}

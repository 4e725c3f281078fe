package dev.treaty.stubs.http.wiremock;

import static com.github.tomakehurst.wiremock.http.RequestMethod.DELETE;
import static com.github.tomakehurst.wiremock.http.RequestMethod.GET;
import static com.github.tomakehurst.wiremock.http.RequestMethod.PUT;

import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.common.url.PathParams;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.stubs.http.admin.ContractList;
import dev.treaty.stubs.http.admin.GivenStates;
import dev.treaty.stubs.http.admin.Metrics;
import dev.treaty.stubs.http.faults.FaultInjection;
import dev.treaty.stubs.http.faults.FaultSpec;
import dev.treaty.stubs.http.faults.InvalidFault;
import dev.treaty.stubs.http.ports.ProviderAddresses;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.matching.InteractionLookup;

/**
 * What this server adds to WireMock's admin API:
 *
 * <ul>
 *   <li>{@code GET /__admin/metrics}, for Prometheus.
 *   <li>{@code GET /__admin/contracts}: which contracts are served, where, and in which version.
 *   <li>{@code PUT /__admin/faults/stripe} with {@code {"delay": "500ms", "status": 503, "fault": "reset"}}, any of them, injects a
 *       fault into every request to a provider; {@code DELETE} ends it, and {@code GET /__admin/faults} lists what is set.
 *   <li>{@code PUT /__admin/states} with {@code {"given": ["a payment exists"]}} lets all requests prefer provider states, {@code DELETE}
 *       takes them away, and {@code GET} lists them, with all that the contracts know.
 * </ul>
 */
final class AdminRoutes implements AdminApiExtension {

    private final Metrics metrics;
    private final FaultInjection faults;
    private final InteractionLookup lookup;
    private final ProviderAddresses addresses;
    private final GivenStates states;

    AdminRoutes(Metrics metrics, FaultInjection faults, InteractionLookup lookup, ProviderAddresses addresses) {
        this.addresses = addresses;
        this.metrics = metrics;
        this.faults = faults;
        this.lookup = lookup;
        states = new GivenStates(lookup);
    }

    @Override
    public String getName() {
        return "stub-server-admin";
    }

    @Override
    public void contributeAdminApiRoutes(Router router) {
        router.add(GET, "/metrics", (admin, event, path) -> metrics());
        router.add(GET, "/contracts", (admin, event, path) -> contracts());
        router.add(GET, "/faults", (admin, event, path) -> allFaults());
        router.add(DELETE, "/faults", (admin, event, path) -> clearFaults());
        router.add(PUT, "/faults/{provider}", (admin, event, path) -> setFault(path, event));
        router.add(DELETE, "/faults/{provider}", (admin, event, path) -> endFault(path));
        router.add(GET, "/states", (admin, event, path) -> allStates());
        router.add(PUT, "/states", (admin, event, path) -> giveStates(event));
        router.add(DELETE, "/states", (admin, event, path) -> takeStates());
        contributeFormerNames(router);
    }

    /** What faults were called first; each route needs a lambda of its own, because WireMock finds its template by the class. */
    private void contributeFormerNames(Router router) {
        router.add(GET, "/disturbances", (admin, event, path) -> allFaults());
        router.add(DELETE, "/disturbances", (admin, event, path) -> clearFaults());
        router.add(PUT, "/disturbances/{provider}", (admin, event, path) -> setFault(path, event));
        router.add(DELETE, "/disturbances/{provider}", (admin, event, path) -> endFault(path));
    }

    private ResponseDefinition metrics() {
        return definition(StubResponse.ofText(200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape()));
    }

    private ResponseDefinition contracts() {
        var contracts = ContractList.of(lookup.contracts().files(), addresses);
        return definition(StubResponse.ofText(200, "application/json", contracts.toPrettyString()));
    }

    private ResponseDefinition allStates() {
        return definition(
                StubResponse.ofText(200, "application/json", states.toJson().toPrettyString()));
    }

    private ResponseDefinition giveStates(ServeEvent event) {
        try {
            states.replace(event.getRequest().getBodyAsString());
            return allStates();
        } catch (TreatyException e) {
            return definition(HttpProblem.invalidStates(e.errorMessage()).toResponse());
        }
    }

    private ResponseDefinition takeStates() {
        states.clear();
        return allStates();
    }

    private ResponseDefinition clearFaults() {
        faults.clear();
        return allFaults();
    }

    private ResponseDefinition endFault(PathParams path) {
        faults.set(String.valueOf(path.get("provider")), FaultSpec.NONE);
        return allFaults();
    }

    private ResponseDefinition setFault(PathParams path, ServeEvent event) {
        var provider = String.valueOf(path.get("provider"));
        var providers = lookup.contracts().providers();
        if (!providers.contains(provider)) {
            return refused(new ErrorMessage(
                    "No contract has a provider \"%s\".".formatted(provider),
                    "the last segment of the path",
                    "use one of " + String.join(", ", providers)));
        }
        try {
            faults.set(provider, event.getRequest().getBodyAsString());
            return allFaults();
        } catch (InvalidFault e) {
            return refused(e.errorMessage());
        }
    }

    private ResponseDefinition allFaults() {
        return definition(StubResponse.ofText(200, "application/json", faults.toJson()));
    }

    private static ResponseDefinition refused(ErrorMessage detail) {
        return definition(HttpProblem.invalidFault(detail).toResponse());
    }

    private static ResponseDefinition definition(StubResponse response) {
        return ResponseDefinitions.of(response.status(), response.headers(), response.body());
    }
}

package dev.treaty.pacts.conformance.check;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import dev.treaty.pacts.conformance.document.OpenApi;
import dev.treaty.pacts.conformance.document.Operation;
import dev.treaty.pacts.conformance.document.PathTemplate;
import dev.treaty.pacts.errors.Similarity;
import dev.treaty.pacts.files.PactFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the HTTP interactions of a contract with a vendor's document. */
public final class ContractCheck {

    /** The place that stands for a method at a path. */
    public static final String OPERATION = "request";

    /** With these, a vendor says that the request is wrong (RFC 9110, sections 15.5.1 and 15.5.21); with others, that it cannot be fulfilled. */
    private static final Set<Integer> WRONG_REQUEST = Set.of(400, 422);

    private final List<OpenApi> apis;

    /** @param apis the documents of the contract's provider; the first that has an operation counts */
    public ContractCheck(List<OpenApi> apis) {
        this.apis = List.copyOf(apis);
    }

    /** Each HTTP interaction, in the order of the contract. Messages are not compared, because OpenAPI 3.0 has no place for them. */
    public List<CheckedInteraction> check(PactFile contract) {
        return contract.interactions().stream()
                .filter(SynchronousRequestResponse.class::isInstance)
                .map(SynchronousRequestResponse.class::cast)
                .map(interaction -> check(contract, interaction))
                .toList();
    }

    private CheckedInteraction check(PactFile contract, SynchronousRequestResponse interaction) {
        var touched = new Touched();
        var differences = new ArrayList<Difference>();
        var request = interaction.getRequest();
        var operation = apis.stream()
                .flatMap(api -> api.operations(request.getMethod(), request.getPath()))
                .findFirst();
        if (operation.isPresent()) {
            differences.addAll(compare(operation.get(), interaction, touched));
        } else {
            differences.add(unknown(request));
        }
        return new CheckedInteraction(
                contract.consumer(), contract.provider(), interaction.getDescription(), differences, touched.byPlace());
    }

    private List<Difference> compare(Operation operation, SynchronousRequestResponse interaction, Touched touched) {
        var method = interaction.getRequest().getMethod().toUpperCase(Locale.ROOT);
        touched.add(
                OPERATION,
                "%s %s%s".formatted(method, operation.path(), operation.isDeprecated() ? ", deprecated" : ""));
        var ofRequest = new RequestCheck(operation, touched).check(interaction.getRequest());
        var differences = new ArrayList<Difference>();
        if (!WRONG_REQUEST.contains(interaction.getResponse().getStatus())) {
            differences.addAll(ofRequest);
        }
        differences.addAll(new ResponseCheck(operation, touched).check(interaction.getResponse()));
        return differences;
    }

    private Difference unknown(IRequest request) {
        var known = apis.stream()
                .flatMap(api -> api.templates(request.getPath()))
                .map(PathTemplate::text)
                .collect(Collectors.joining(", "));
        if (known.isEmpty()) {
            var all = apis.stream()
                    .flatMap(OpenApi::templates)
                    .map(PathTemplate::text)
                    .toList();
            var nearest = Similarity.nearest(request.getPath(), all).stream().findFirst();
            return new Difference(
                    "request path",
                    "no such path" + nearest.map(", the nearest is "::concat).orElse(""),
                    request.getPath());
        }
        return new Difference("request method", "no such method at " + known, request.getMethod());
    }
}

package dev.treaty.provider.verification.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.List;

/**
 * The part of a Pact broker that a verification uses: the index, the pacts for verification, branches and results, with the paths,
 * links and statuses of the real one.
 *
 * @see <a href="https://github.com/pact-foundation/pact_broker/tree/master/lib/pact_broker/api/resources">its resources</a>
 * @see <a href="https://github.com/pact-foundation/pact_broker/tree/master/lib/pact_broker/api/decorators">their links</a>
 */
public final class FakeBroker implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HAL = "application/hal+json;charset=utf-8";

    private static final String PACT =
            "/pacts/provider/people/consumer/web/pact-version/0f22f551a422b027/metadata/cyU1QiU1RCU1QmI";
    private static final String SELECTION = "/pacts/provider/people/for-verification";
    private static final String RESULTS = PACT + "/verification-results";
    private static final String BRANCH_VERSIONS = "/pacticipants/people/branches/.*";

    private final WireMockServer broker =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    /**
     * Starts on a free port.
     *
     * @param pending whether the broker considers the contract pending
     */
    public FakeBroker(PeopleContract contract, boolean pending) {
        broker.start();
        // A real broker responds 404 for an unknown provider.
        broker.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
        broker.stubFor(get("/").willReturn(okForContentType(HAL, """
                {"_links": {"pb:provider-pacts-for-verification":
                  {"href": "%s/pacts/provider/{provider}/for-verification", "title": "…", "templated": true}}}""".formatted(url()))));
        broker.stubFor(post(SELECTION)
                .willReturn(okForContentType(HAL, """
                {"_embedded": {"pacts": [{
                   "shortDescription": "latest from main branch",
                   "verificationProperties": {"pending": %s, "notices": [{"when": "before_verification", "text": "…"}]},
                   "_links": {"self": {"href": "%s", "name": "Pact between web (1.2.3) and people"}}}]},
                 "_links": {"self": {"href": "%s", "title": "Pacts to be verified"}}}""".formatted(pending, url() + PACT, url() + SELECTION))));
        broker.stubFor(get(PACT).willReturn(okForContentType(HAL, withLinks(contract.json()))));
        broker.stubFor(get("/pacticipants/people").willReturn(okForContentType(HAL, """
                {"name": "people", "_links": {"pb:branch-version":
                  {"href": "%s/pacticipants/people/branches/{branch}/versions/{version}", "title": "…", "templated": true}}}""".formatted(url()))));
        broker.stubFor(put(urlPathMatching(BRANCH_VERSIONS)).willReturn(created()));
        broker.stubFor(post(RESULTS).willReturn(created()));
    }

    private static ResponseDefinitionBuilder created() {
        return okForContentType(HAL, "{}").withStatus(201).withHeader("Location", "…");
    }

    public String url() {
        return broker.baseUrl();
    }

    /** From now on, rejects results. */
    public void rejectResults() {
        broker.stubFor(post(RESULTS).willReturn(aResponse().withStatus(403)));
    }

    /** From now on, responds like this to every request. */
    public void respondToAll(ResponseDefinitionBuilder response) {
        broker.stubFor(any(anyUrl()).atPriority(1).willReturn(response));
    }

    /** From now on, responds like this to requests for the contract. */
    public void respondToContract(ResponseDefinitionBuilder response) {
        broker.stubFor(get(PACT).willReturn(response));
    }

    /** The contract's URL. */
    public String contract() {
        return url() + PACT;
    }

    /** The bodies of the requests for pacts. */
    public List<JsonNode> selections() {
        return bodies(SELECTION);
    }

    /** The results that were published. */
    public List<JsonNode> results() {
        return bodies(RESULTS);
    }

    /** The paths of PUT requests, e.g. of a version on a branch. */
    public List<String> puts() {
        return broker
                .findAll(com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor(urlPathMatching(".*")))
                .stream()
                .map(request -> request.getUrl())
                .toList();
    }

    /** The {@code Authorization} header of each request for pacts. */
    public List<String> authorizations() {
        return broker.findAll(postRequestedFor(urlPathEqualTo(SELECTION))).stream()
                .map(request -> String.valueOf(request.getHeader("Authorization")))
                .toList();
    }

    private List<JsonNode> bodies(String path) {
        return broker.findAll(postRequestedFor(urlPathEqualTo(path))).stream()
                .map(request -> read(request.getBodyAsString()))
                .toList();
    }

    /** A broker adds an id to each interaction, and a link for results. */
    private String withLinks(String contract) {
        var pact = (ObjectNode) read(contract);
        var number = 0;
        for (var interaction : pact.path("interactions")) {
            ((ObjectNode) interaction).put("_id", "id-" + ++number);
        }
        var links = pact.putObject("_links");
        links.putObject("self").put("title", "Pact").put("href", url() + PACT);
        links.putObject("pb:provider").put("name", "people").put("href", url() + "/pacticipants/people");
        links.putObject("pb:publish-verification-results").put("href", url() + RESULTS);
        return pact.toString();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    @Override
    public void close() {
        broker.stop();
    }
}

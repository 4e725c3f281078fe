package dev.treaty.provider.verification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
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
import java.util.List;

/** As much of a Pact broker as a verification talks to: the index, the pacts for verification, branches and results. */
final class FakeBroker implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HAL = "application/hal+json";

    private final WireMockServer broker =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    /** @param pending whether the broker says that the contract may be broken yet */
    FakeBroker(PeopleContract contract, boolean pending) {
        broker.start();
        broker.stubFor(get("/").willReturn(okForContentType(HAL, """
                {"_links": {"pb:provider-pacts-for-verification":
                  {"href": "%s/pacts/provider/{provider}/for-verification", "templated": true}}}""".formatted(url()))));
        broker.stubFor(post("/pacts/provider/people/for-verification")
                .willReturn(okForContentType(HAL, """
                {"_embedded": {"pacts": [{
                  "verificationProperties": {"pending": %s, "notices": []},
                  "_links": {"self": {"href": "%s/pacts/web/1", "name": "Pact between web and people"}}}]}}""".formatted(pending, url()))));
        broker.stubFor(get("/pacts/web/1").willReturn(okForContentType(HAL, withLinks(contract.json()))));
        broker.stubFor(get("/pacticipants/people").willReturn(okForContentType(HAL, """
                {"_links": {"pb:branch-version":
                  {"href": "%s/pacticipants/people/branches/{branch}/versions/{version}", "templated": true}}}""".formatted(url()))));
        broker.stubFor(
                put(urlPathMatching("/pacticipants/people/branches/.*")).willReturn(okForContentType(HAL, "{}")));
        broker.stubFor(post("/results/web/1").willReturn(okForContentType(HAL, "{}")));
    }

    String url() {
        return broker.baseUrl();
    }

    /** From now on it takes no results. */
    void refuse() {
        broker.stubFor(post("/results/web/1").willReturn(aResponse().withStatus(403)));
    }

    /** What it was asked for pacts with. */
    List<JsonNode> selections() {
        return bodies("/pacts/provider/people/for-verification");
    }

    /** Which results it was told. */
    List<JsonNode> results() {
        return bodies("/results/web/1");
    }

    /** Paths of what was put, e.g. a version on a branch. */
    List<String> puts() {
        return broker
                .findAll(com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor(urlPathMatching(".*")))
                .stream()
                .map(request -> request.getUrl())
                .toList();
    }

    /** The {@code Authorization} header of each request for pacts. */
    List<String> authorizations() {
        return broker.findAll(postRequestedFor(urlPathEqualTo("/pacts/provider/people/for-verification"))).stream()
                .map(request -> String.valueOf(request.getHeader("Authorization")))
                .toList();
    }

    private List<JsonNode> bodies(String path) {
        return broker.findAll(postRequestedFor(urlPathEqualTo(path))).stream()
                .map(request -> read(request.getBodyAsString()))
                .toList();
    }

    /** A broker gives each interaction an id, and says where results belong. */
    private String withLinks(String contract) {
        var pact = (ObjectNode) read(contract);
        var number = 0;
        for (var interaction : pact.path("interactions")) {
            ((ObjectNode) interaction).put("_id", "id-" + ++number);
        }
        var links = pact.putObject("_links");
        links.putObject("pb:publish-verification-results").put("href", url() + "/results/web/1");
        links.putObject("pb:provider").put("href", url() + "/pacticipants/people");
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

package dev.treaty.provider.authservice;

import dev.treaty.provider.authservice.accounts.HashingCost;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.ManualClock;
import dev.treaty.provider.testing.TestKeys;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * The whole service with its own database and clock, called over HTTP. Password hashes and signing keys, which take
 * seconds of CPU time in production, are cheap here.
 */
final class AuthServiceUnderTest implements AutoCloseable {

    static final String PASSWORD = "correct horse battery staple";

    /** The defaults, except for the cost of a password hash. */
    static final AuthSettings CHEAP = new AuthSettings(
            AuthSettings.defaults().proxies(), AuthSettings.defaults().keyStorage(), new HashingCost(8, 1));

    private final String database = AuthDatabases.create();
    private final ManualClock clock = ManualClock.at(Instant.parse("2026-01-15T10:30:00Z"));
    private final AuthService service;

    AuthServiceUnderTest() {
        this(CHEAP);
    }

    AuthServiceUnderTest(AuthSettings settings) {
        service = AuthService.start(
                ServiceOptions.embedded().withDatabase(database), settings, TestKeys.inOrder(), clock);
    }

    ManualClock clock() {
        return clock;
    }

    AuthService service() {
        return service;
    }

    /** The service's database. */
    Jdbi stored() {
        return Jdbi.create(database);
    }

    ValidatableResponse register(String email) {
        return post("/users", Map.of("email", email, "password", PASSWORD, "name", "Ada Lovelace"));
    }

    ValidatableResponse signIn(String email, String password) {
        return signIn(email, password, new String[] {"192.0.2.1"});
    }

    /** @param from the client's address, as the gateway forwards it; several make several lines */
    ValidatableResponse signIn(String email, String password, String... from) {
        return request()
                .headers(new Headers(Stream.of(from)
                        .map(address -> new Header("X-Forwarded-For", address))
                        .toList()))
                .body(Map.of("email", email, "password", password))
                .post("/sessions")
                .then();
    }

    /** Signs in a user with the usual password. */
    TokensInJson signedIn(String email) {
        return tokens(signIn(email, PASSWORD).statusCode(201));
    }

    ValidatableResponse refresh(String refreshToken) {
        return post("/sessions/refresh", Map.of("refreshToken", refreshToken));
    }

    TokensInJson refreshed(String refreshToken) {
        return tokens(refresh(refreshToken).statusCode(200));
    }

    ValidatableResponse revoke(String refreshToken) {
        return post("/sessions/revoke", Map.of("refreshToken", refreshToken));
    }

    /** The published keys, as JSON. */
    String keys() {
        return RestAssured.get(service.url() + "/.well-known/jwks.json").asString();
    }

    List<String> kids() {
        return RestAssured.get(service.url() + "/.well-known/jwks.json").path("keys.kid");
    }

    ValidatableResponse post(String path, Object body) {
        return request().body(body).post(path).then();
    }

    private RequestSpecification request() {
        return RestAssured.given().baseUri(service.url().toString()).contentType("application/json");
    }

    private static TokensInJson tokens(ValidatableResponse response) {
        return new TokensInJson(
                response.extract().path("accessToken"), response.extract().path("refreshToken"));
    }

    @Override
    public void close() {
        service.close();
    }

    /** The tokens in a response. */
    record TokensInJson(String access, String refresh) {}
}

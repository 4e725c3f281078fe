package dev.treaty.provider.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.treaty.consumer.webapp.CreationResult;
import dev.treaty.consumer.webapp.Credentials;
import dev.treaty.consumer.webapp.DeletionResult;
import dev.treaty.consumer.webapp.Gateway;
import dev.treaty.consumer.webapp.InvitationResult;
import dev.treaty.consumer.webapp.JoiningResult;
import dev.treaty.consumer.webapp.LookupResult;
import dev.treaty.consumer.webapp.Member;
import dev.treaty.consumer.webapp.MemberListResult;
import dev.treaty.consumer.webapp.RefreshResult;
import dev.treaty.consumer.webapp.Refusal;
import dev.treaty.consumer.webapp.RegistrationResult;
import dev.treaty.consumer.webapp.RemovalResult;
import dev.treaty.consumer.webapp.RenamingResult;
import dev.treaty.consumer.webapp.Role;
import dev.treaty.consumer.webapp.Session;
import dev.treaty.consumer.webapp.SignInResult;
import dev.treaty.consumer.webapp.Workspace;
import dev.treaty.consumer.webapp.WorkspaceSummary;
import dev.treaty.consumer.webapp.connection.SessionExpired;
import dev.treaty.consumer.webapp.connection.Timeouts;
import dev.treaty.provider.testing.ServiceProcess;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The whole platform at once, where each contract covers only two participants: web-app's own client against the running gateway, auth-service
 * and workspace-service. This is the only place with more than one participant, and it verifies no contract.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformIT {

    private static final String PASSWORD = "correct horse battery staple";

    private Platform platform;
    private Gateway gateway;

    @BeforeAll
    void start() throws Exception {
        platform = Platform.start(Map.of("TRUSTED_PROXIES", "127.0.0.1", "RATE_LIMIT_REQUESTS", "1000"));
        gateway = new Gateway(platform.url(), new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30)));
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void people_register_work_together_and_sign_out() {
        var ada = signedIn("ada");
        var grace = signedIn("grace");
        var workspace = created(ada, "Harvest");

        var members = gateway.workspaces(ada).members(workspace.id());
        var invited = (InvitationResult.Invited) members.invite("grace@example.org", Role.EDITOR);
        assertThat(gateway.workspaces(grace).find(workspace.id())).isEqualTo(new Refusal.NotAMember());
        assertThat(gateway.workspaces(grace).members(workspace.id()).join(invited.id()))
                .isInstanceOf(JoiningResult.Joined.class);
        assertThat(gateway.workspaces(grace).all(10))
                .containsExactly(new WorkspaceSummary(workspace.id(), "Harvest", Role.EDITOR));

        var seen = ((LookupResult.Found) gateway.workspaces(grace).find(workspace.id())).workspace();
        assertThat(gateway.workspaces(grace).rename(seen, "Vintage")).isInstanceOf(RenamingResult.Renamed.class);
        assertThat(gateway.workspaces(ada).delete(workspace)).isEqualTo(new Refusal.StaleVersion());

        assertThat(((MemberListResult.Listed) members.list()).members())
                .extracting(Member::role, Member::joined)
                .containsExactly(tuple(Role.OWNER, true), tuple(Role.EDITOR, true));
        assertThat(members.remove(invited.id())).isEqualTo(new RemovalResult.Removed());
        assertThat(gateway.workspaces(grace).all(10)).isEmpty();

        gateway.accounts().signOut(grace);
        assertThat(gateway.accounts().refresh(grace)).isEqualTo(new RefreshResult.Revoked());
        var newest = ((LookupResult.Found) gateway.workspaces(ada).find(workspace.id())).workspace();
        assertThat(gateway.workspaces(ada).delete(newest)).isEqualTo(new DeletionResult.Deleted());
    }

    @Test
    void a_session_continues_once_and_ends_when_its_token_is_used_twice() {
        var first = signedIn("joan");
        var second = ((RefreshResult.Renewed) gateway.accounts().refresh(first)).session();
        assertThat(gateway.accounts().whoAmI(second).email()).isEqualTo("joan@example.org");

        assertThat(gateway.accounts().refresh(first)).isEqualTo(new RefreshResult.Revoked());

        assertThat(gateway.accounts().refresh(second)).isEqualTo(new RefreshResult.Revoked());
    }

    @Test
    void a_changed_token_is_not_valid() {
        var mary = signedIn("mary");
        var changed = new Session(mary.accessToken() + "x", mary.refreshToken(), mary.expiresIn());

        assertThatThrownBy(() -> gateway.accounts().whoAmI(changed)).isInstanceOf(SessionExpired.class);
    }

    /** auth-service limits attempts per address, which it learns from the gateway. */
    @Test
    void trying_one_password_with_many_people_is_stopped_by_the_clients_address() {
        for (var attempt = 0; attempt < 100; attempt++) {
            signIn("nobody-" + attempt, "203.0.113.7").statusCode(401);
        }

        signIn("nobody-100", "203.0.113.7")
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", endsWith("/too-many-requests"));
        signIn("nobody-100", "203.0.113.8").statusCode(401);
        signIn("nobody-101", "203.0.113.8, 203.0.113.7").statusCode(429);
    }

    @Test
    void a_request_can_be_followed_through_all_services_by_its_id() {
        var rear = signedIn("rear");
        var id = "req-" + UUID.randomUUID();

        RestAssured.given()
                .header("X-Request-Id", id)
                .header("Authorization", "Bearer " + rear.accessToken())
                .get(platform.url() + "/v1/workspaces")
                .then()
                .statusCode(200)
                .header("X-Request-Id", equalTo(id));
        signIn("nobody", "203.0.113.9", id).statusCode(401);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(logged(platform.gateway(), id)).hasSize(2);
            assertThat(logged(platform.workspaces(), id))
                    .singleElement()
                    .asString()
                    .contains("workspaces returned 200");
            assertThat(logged(platform.auth(), id)).singleElement().asString().contains("sessions returned 401");
        });
    }

    @Test
    void no_service_logs_a_password_a_token_or_a_hash() {
        var lise = signedIn("lise");
        var next = ((RefreshResult.Renewed) gateway.accounts().refresh(lise)).session();
        assertThat(gateway.accounts().refresh(lise)).isEqualTo(new RefreshResult.Revoked());
        assertThat(gateway.accounts().signIn(new Credentials("lise@example.org", "my wrong password")))
                .isEqualTo(new SignInResult.WrongCredentials());
        assertThatThrownBy(() -> gateway.accounts().whoAmI(new Session("made.up.token", "x", Duration.ZERO)))
                .isInstanceOf(SessionExpired.class);
        created(next, "Reactor");
        gateway.accounts().signOut(next);

        var id = "req-" + UUID.randomUUID();
        signIn("nobody", "203.0.113.9", id);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !logged(platform.auth(), id).isEmpty());
        assertThat(platform.output())
                .contains("one of its refresh tokens was used twice")
                .doesNotContain(PASSWORD, "my wrong password", "made.up.token", "$argon2", "eyJ", "Bearer ")
                .doesNotContain(lise.refreshToken(), next.refreshToken());
    }

    private Session signedIn(String name) {
        var credentials = new Credentials(name + "@example.org", PASSWORD);
        assertThat(gateway.accounts().register(credentials, name)).isInstanceOf(RegistrationResult.Registered.class);
        return ((SignInResult.SignedIn) gateway.accounts().signIn(credentials)).session();
    }

    private Workspace created(Session session, String name) {
        return ((CreationResult.Created) gateway.workspaces(session).create(name, UUID.randomUUID())).workspace();
    }

    private ValidatableResponse signIn(String name, String forwardedFor) {
        return signIn(name, forwardedFor, "req-" + UUID.randomUUID());
    }

    private ValidatableResponse signIn(String name, String forwardedFor, String requestId) {
        return RestAssured.given()
                .contentType("application/json")
                .header("X-Forwarded-For", forwardedFor)
                .header("X-Request-Id", requestId)
                .body(Map.of("email", name + "@example.org", "password", "a guess"))
                .post(platform.url() + "/v1/sessions")
                .then();
    }

    private static List<String> logged(ServiceProcess service, String requestId) {
        return service.output()
                .lines()
                .filter(line -> line.contains("\"requestId\":\"" + requestId + "\""))
                .toList();
    }
}

package dev.treaty.provider.workspaceservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a stranger tries with ids they have come to know, they see nothing and change nothing. */
class TenantIsolationTest {

    private final TestUser ada = TestPlatform.newUser();
    private final TestUser stranger = TestPlatform.newUser();
    private final String hers = ada.created("Harvest");
    private final String invitation =
            ada.invite(hers, "grace@example.org", "editor").path("id");
    private final String strangers = stranger.created("Harvest");

    /** A request with ids: of the stranger's own workspace, of another's, and of a member of the latter. */
    private interface Attempt {
        Response by(TestUser stranger, String own, String workspace, String member);
    }

    static Stream<Attempt> attempts() {
        return Stream.of(
                (stranger, own, workspace, member) -> stranger.get(workspace),
                (stranger, own, workspace, member) -> stranger.rename(workspace, "*", "Stolen"),
                (stranger, own, workspace, member) -> stranger.delete(workspace, "*"),
                (stranger, own, workspace, member) -> stranger.invite(workspace, stranger.email(), "editor"),
                (stranger, own, workspace, member) -> stranger.join(workspace, member),
                (stranger, own, workspace, member) -> stranger.remove(workspace, member),
                (stranger, own, workspace, member) -> stranger.request().get("/workspaces/" + workspace + "/members"),
                (stranger, own, workspace, member) -> stranger.join(own, member),
                (stranger, own, workspace, member) -> stranger.remove(own, member));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void a_stranger_is_refused_and_nothing_changes(Attempt attempt) {
        var before = all();

        var answer = attempt.by(stranger, strangers, hers, invitation);

        assertThat(answer.statusCode()).isIn(403, 404);
        assertThat(answer.asString()).doesNotContain("Harvest", "grace@example.org", ada.id());
        assertThat(all()).isEqualTo(before);
        assertThat(stranger.request().get("/workspaces").jsonPath().getList("items.id"))
                .isEqualTo(List.of(strangers));
    }

    private String all() {
        return ada.get(hers).asString()
                + ada.request().get("/workspaces/" + hers + "/members").asString()
                + ada.request().get("/workspaces").asString();
    }
}

package dev.treaty.consumer.archivist;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.archivist.connection.CablecastException;
import dev.treaty.consumer.archivist.connection.Credentials;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class NewShowPactTest {

    private static final NewShow COUNCIL = new NewShow("Council, 15 January 2026", "Imported from tape", 1);
    private static final Credentials WRONG_PASSWORD = Credentials.of("archivist", "wrong-password");

    @Pact(consumer = "archivist", provider = "cablecast")
    V4Pact showIsCreated(PactDslWithProvider cablecast) {
        return newShow(cablecast.given("a location exists", Map.of("id", 1)), "a request to create a show")
                .matchHeader("Authorization", ArchivistFixture.AUTHORIZATION_REGEX, ArchivistFixture.AUTHORIZATION)
                .willRespondWith()
                .successStatus()
                .body(newJsonBody(root -> root.object("show", show -> show.integerType("id", 43)))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showIsCreated")
    void a_new_show_gets_an_id(MockServer cablecast) {
        var id = ArchivistFixture.at(cablecast).shows().create(COUNCIL);

        assertThat(id).isEqualTo(43);
    }

    @Pact(consumer = "archivist", provider = "cablecast")
    V4Pact showIsPostedWithoutCredentials(PactDslWithProvider cablecast) {
        return newShow(
                        cablecast.given("writing requires credentials", Map.of("scheme", "Basic")),
                        "a request to create a show without credentials")
                .willRespondWith()
                .status(401)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showIsPostedWithoutCredentials")
    void writing_without_credentials_is_unauthorized(MockServer cablecast) {
        var shows = ArchivistFixture.at(cablecast, Credentials.none()).shows();

        assertThatThrownBy(() -> shows.create(COUNCIL))
                .isInstanceOf(CablecastException.Unauthorized.class)
                .hasMessageStartingWith("Cablecast refused a caller without credentials (HTTP 401).");
    }

    @Pact(consumer = "archivist", provider = "cablecast")
    V4Pact showIsPostedWithWrongPassword(PactDslWithProvider cablecast) {
        return newShow(
                        cablecast.given("a user has a different password", Map.of("user", "archivist")),
                        "a request to create a show with a wrong password")
                .headers(Map.of("Authorization", WRONG_PASSWORD.authorization().orElseThrow()))
                .willRespondWith()
                .status(401)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showIsPostedWithWrongPassword")
    void a_wrong_password_is_unauthorized_and_the_user_is_named(MockServer cablecast) {
        var shows = ArchivistFixture.at(cablecast, WRONG_PASSWORD).shows();

        assertThatThrownBy(() -> shows.create(COUNCIL))
                .isInstanceOf(CablecastException.Unauthorized.class)
                .hasMessage("""
                        Cablecast refused user "archivist" (HTTP 401).
                          where: POST %s/cablecastapi/v1/shows
                          fix:   check user and password, and that this user may write in Cablecast""".formatted(cablecast.getUrl()));
    }

    private static PactDslRequestWithPath newShow(PactDslWithState station, String description) {
        return station.uponReceiving(description)
                .method("POST")
                .path("/cablecastapi/v1/shows")
                .headers(Map.of("Accept", "application/json", "Content-Type", "application/json"))
                .body(wrappedShow());
    }

    /** One resource is wrapped in a root with its singular name; a naive client forgets that. */
    private static DslPart wrappedShow() {
        return newJsonBody(root -> root.object("show", show -> {
                    show.stringType("title", COUNCIL.title());
                    show.stringType("cgTitle", COUNCIL.title());
                    show.booleanType("cgExempt", false);
                    show.stringType("comments", COUNCIL.comments());
                    show.integerType("location", COUNCIL.location());
                    show.array("customFields", fields -> {});
                }))
                .build();
    }
}

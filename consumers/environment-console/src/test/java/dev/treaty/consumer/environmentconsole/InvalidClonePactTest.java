package dev.treaty.consumer.environmentconsole;

import static dev.treaty.consumer.environmentconsole.ClonerContract.call;
import static dev.treaty.consumer.environmentconsole.ClonerContract.problem;
import static dev.treaty.consumer.environmentconsole.ExampleData.ALL_SYSTEMS;
import static dev.treaty.consumer.environmentconsole.ExampleData.PRODUCTION;
import static dev.treaty.consumer.environmentconsole.ExampleData.PROFILE;
import static dev.treaty.consumer.environmentconsole.ExampleData.TRAINING;
import static dev.treaty.consumer.environmentconsole.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.environmentconsole.clones.CloneOptions;
import dev.treaty.consumer.environmentconsole.connection.InvalidMember;
import dev.treaty.consumer.environmentconsole.connection.ProblemType;
import dev.treaty.consumer.environmentconsole.connection.Refused;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A clone whose description contradicts itself or the service; each error says where in the body it is. */
@Recording
class InvalidClonePactTest {

    private static final UUID ATTEMPT = UUID.fromString("00000000-0000-4000-8000-000000000052");
    private static final String UUID_REGEX = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final CloneOptions INTO_ITSELF =
            new CloneOptions(TRAINING, TRAINING, ALL_SYSTEMS, Optional.of(PROFILE), true, true, Optional.empty());
    private static final CloneOptions UNKNOWN_SYSTEM = new CloneOptions(
            PRODUCTION, TRAINING, List.of("audit", "billing"), Optional.of(PROFILE), true, true, Optional.empty());
    private static final CloneOptions MALFORMED_AGE = new CloneOptions(
            PRODUCTION, TRAINING, ALL_SYSTEMS, Optional.of(PROFILE), true, true, Optional.of("ninety days"));
    private static final CloneOptions NOT_ANONYMISED =
            new CloneOptions(PRODUCTION, TRAINING, ALL_SYSTEMS, Optional.empty(), true, true, Optional.empty());
    private static final CloneOptions UNKNOWN_PROFILE =
            new CloneOptions(PRODUCTION, TRAINING, ALL_SYSTEMS, Optional.of("holidays"), true, true, Optional.empty());

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact intoItself(PactDslWithProvider cloner) {
        return invalid(
                ProviderStates.ready(cloner),
                "a request to clone an environment into itself",
                INTO_ITSELF,
                "/target",
                "is the source, too");
    }

    @Test
    @PactTestFor(pactMethod = "intoItself")
    void an_environment_is_not_cloned_into_itself(MockServer cloner) {
        var refusal = refusal(cloner, INTO_ITSELF);

        assertThat(refusal.errors()).containsExactly(new InvalidMember("/target", "is the source, too"));
        assertThat(refusal).hasMessage("""
                The clone is not possible as it was described. See errors.
                  where: POST /clones: /target is the source, too
                  fix:   correct what the errors point at""");
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact unknownSystem(PactDslWithProvider cloner) {
        return invalid(
                ProviderStates.ready(cloner),
                "a request to clone a system that does not exist",
                UNKNOWN_SYSTEM,
                "/systems/1",
                "is none of audit, conversations, reservations");
    }

    @Test
    @PactTestFor(pactMethod = "unknownSystem")
    void an_unknown_system_is_pointed_at(MockServer cloner) {
        assertThat(refusal(cloner, UNKNOWN_SYSTEM).errors())
                .containsExactly(new InvalidMember("/systems/1", "is none of audit, conversations, reservations"));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact malformedAge(PactDslWithProvider cloner) {
        return invalid(
                ProviderStates.ready(cloner),
                "a request to clone rows up to an age that is not a period",
                MALFORMED_AGE,
                "/maxAge",
                "is not an ISO 8601 period such as P90D");
    }

    @Test
    @PactTestFor(pactMethod = "malformedAge")
    void a_malformed_option_is_pointed_at(MockServer cloner) {
        assertThat(refusal(cloner, MALFORMED_AGE).errors())
                .containsExactly(new InvalidMember("/maxAge", "is not an ISO 8601 period such as P90D"));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact notAnonymised(PactDslWithProvider cloner) {
        return invalid(
                ProviderStates.ready(cloner),
                "a request to clone production without anonymisation",
                NOT_ANONYMISED,
                "/anonymise",
                "is needed for a source of the kind production");
    }

    @Test
    @PactTestFor(pactMethod = "notAnonymised")
    void production_is_always_anonymised(MockServer cloner) {
        assertThat(refusal(cloner, NOT_ANONYMISED).errors())
                .containsExactly(new InvalidMember("/anonymise", "is needed for a source of the kind production"));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact unknownProfile(PactDslWithProvider cloner) {
        return post(
                        ProviderStates.ready(cloner).given("no profile exists", Map.of("profile", "holidays")),
                        "a request to clone with a profile that does not exist")
                .body(CloneBody.exactly(UNKNOWN_PROFILE))
                .willRespondWith()
                .status(422)
                .headers(Problem.HEADERS)
                .body(problem(
                        "unknown-profile",
                        422,
                        "There is no such profile",
                        "No profile has the name holidays",
                        "use one of training"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "unknownProfile")
    void an_unknown_profile_is_refused(MockServer cloner) {
        assertThat(refusal(cloner, UNKNOWN_PROFILE).problem().type()).isEqualTo(ProblemType.UNKNOWN_PROFILE);
    }

    private static V4Pact invalid(
            PactDslWithState state, String description, CloneOptions options, String pointer, String detail) {
        return post(state, description)
                .body(CloneBody.exactly(options))
                .willRespondWith()
                .status(422)
                .headers(Problem.HEADERS)
                .body(problem(
                        "invalid-clone",
                        422,
                        "The clone is not possible as it was described",
                        "See errors",
                        "correct what the errors point at",
                        members -> members.arrayContaining(
                                "errors",
                                errors -> errors.object(error -> {
                                    error.stringValue("pointer", pointer);
                                    error.stringType("detail", detail);
                                }))))
                .toPact(V4Pact.class);
    }

    private static Refused refusal(MockServer cloner, CloneOptions options) {
        var clones = at(cloner).clones();

        return catchThrowableOfType(Refused.class, () -> clones.start(options, ATTEMPT));
    }

    private static PactDslRequestWithPath post(PactDslWithState state, String description) {
        return call(state, description, "POST", "/clones")
                .headers(ClonerContract.JSON)
                .matchHeader("Idempotency-Key", UUID_REGEX, ATTEMPT.toString());
    }
}

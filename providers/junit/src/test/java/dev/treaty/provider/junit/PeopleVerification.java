package dev.treaty.provider.junit;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.targets.SentMessage;
import dev.treaty.provider.verification.testing.PeopleService;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** A verification that is itself under test; its service is correct or renames a member. */
@Provider("people")
abstract class PeopleVerification extends RunningServiceVerification {

    final PeopleService people;
    private final String nameMember;

    /** @param nameMember the service's name for {@code name}, in responses and events */
    PeopleVerification(String nameMember) throws IOException {
        this.people = new PeopleService(nameMember);
        this.nameMember = nameMember;
    }

    @Override
    protected URI start() {
        return people.url();
    }

    @Override
    protected void stop() throws IOException {
        people.close();
    }

    @State("a person exists")
    Map<String, Object> aPersonExists(Map<String, String> person) {
        return Map.of("token", people.add(person));
    }

    @State("nobody exists")
    void nobodyExists() {}

    @State("the moon is full")
    void theMoonIsFull() {
        throw new IllegalStateException("it is noon");
    }

    @Override
    protected SentMessage message(ContractInteraction interaction) {
        var body = "{\"id\":\"3\",\"%s\":\"Grace\"}".formatted(nameMember);
        return new SentMessage(body.getBytes(UTF_8), "application/json", Map.of("topic", "people"));
    }
}

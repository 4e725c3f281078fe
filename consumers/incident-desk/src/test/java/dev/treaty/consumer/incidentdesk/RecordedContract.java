package dev.treaty.consumer.incidentdesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.provider.BodyComparisonResult;
import au.com.dius.pact.provider.ResponseComparison;
import au.com.dius.pact.provider.junitsupport.TestDescription;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One event as its publisher sees it: recorded, written to a contract, read from that, and compared with what the
 * publisher really sends, all by pact-jvm. The contract in {@code pacts} is not read, because it may be older than the tests.
 *
 * @param consumer as the contract names it
 */
record RecordedContract(String consumer, V4Interaction.AsynchronousMessage event) {

    /** What a {@code @Pact} method records. */
    static RecordedContract of(String provider, Function<PactBuilder, V4Pact> interaction) {
        var recorded = interaction.apply(new PactBuilder("incident-desk", provider, PactSpecVersion.V4));
        var file = new StringWriter();
        DefaultPactWriter.INSTANCE.writePact(recorded, new PrintWriter(file), PactSpecVersion.V4);
        var contract = DefaultPactReader.INSTANCE.loadPact(new StringReader(file.toString()));
        return new RecordedContract(contract.getConsumer().getName(), (V4Interaction.AsynchronousMessage)
                contract.getInteractions().get(0));
    }

    /** All events that the incident desk needs. */
    static Stream<RecordedContract> all() {
        var clones = new CloneEventsPactTest();
        var environments = new EnvironmentEventsPactTest();
        var vendors = new VendorEventsPactTest();
        return Stream.of(
                of("environment-cloner", clones::cloneCompleted),
                of("environment-cloner", clones::cloneFailed),
                of("environment-cloner", clones::cloneCancelled),
                of("environment-cloner", environments::environmentRestored),
                of("environment-cloner", environments::productionAccessRefused),
                of("environment-cloner", environments::backupExpires),
                of("vendor-watch", vendors::vendorDegraded),
                of("vendor-watch", vendors::vendorRecovered),
                of("vendor-watch", vendors::costThresholdReached),
                of("vendor-watch", vendors::keyExpires));
    }

    /** A copy of the recorded event, for changing. */
    ObjectNode example() {
        return Json.object(RecordedEvent.body(event));
    }

    /** How the incident desk reads an event. */
    EventReadResult read(ObjectNode sent) {
        return EventReader.read(RecordedEvent.contentType(event), bytes(sent));
    }

    /** The mismatches that a publisher of this would see, line by line; empty if it keeps the contract. */
    List<String> verify(ObjectNode sent) {
        return verify(EventReader.CONTENT_TYPE, sent);
    }

    /** The same for a publisher that states another content type. */
    List<String> verify(String contentType, ObjectNode sent) {
        var comparison = ResponseComparison.Companion.compareMessage(
                event,
                OptionalBody.body(bytes(sent), new ContentType(contentType)),
                Map.of("contentType", contentType),
                Map.of());
        var body = (BodyComparisonResult) ((Result.Ok<?>) comparison.getBodyMismatches()).getValue();
        var heading =
                new TestDescription(event, null, consumer).generateDescription().strip();
        return Stream.concat(
                        comparison.getMetadataMismatches().values().stream()
                                .flatMap(List::stream)
                                .map(mismatch -> mismatch.getKey() + " " + mismatch.getMismatch()),
                        body.getMismatches().values().stream()
                                .flatMap(List::stream)
                                .map(mismatch -> mismatch.getPath() + " " + mismatch.getMismatch()))
                .map(mismatch -> heading + ": " + mismatch)
                .toList();
    }

    @Override
    public String toString() {
        return event.getDescription();
    }

    private static byte[] bytes(ObjectNode event) {
        return event.toString().getBytes(UTF_8);
    }
}

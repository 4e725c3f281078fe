package dev.treaty.consumer.notifications;

import static dev.treaty.consumer.notifications.RecordedEvent.ADA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** People are notified once of each event, however often it is delivered; {@link LettersTest} has the wording. */
class NotifierTest {

    private static final RecordedContract REGISTERED =
            RecordedContract.of("auth-service", new UserEventsPactTest()::userRegistered);
    private static final RecordedContract CREATED =
            RecordedContract.of("workspace-service", new WorkspaceEventsPactTest()::workspaceCreated);
    private static final RecordedContract RENAMED =
            RecordedContract.of("workspace-service", new WorkspaceEventsPactTest()::workspaceRenamed);
    private static final RecordedContract DELETED =
            RecordedContract.of("workspace-service", new WorkspaceEventsPactTest()::workspaceDeleted);

    private final TransientMemory memory = new TransientMemory(100);
    private final List<String> subjects = new CopyOnWriteArrayList<>();
    private final Notifier notifier =
            new Notifier(memory, (cause, notification) -> subjects.add(notification.subject()));

    @Test
    void an_event_that_is_delivered_again_is_sent_once() {
        var first = deliver(REGISTERED.example());
        var second = deliver(REGISTERED.example());

        assertThat(first).isInstanceOf(Delivery.Sent.class);
        assertThat(second)
                .isEqualTo(new Delivery.Repeated(new EventId("https://treaty.dev/services/auth-service", "evt-42")));
        assertThat(subjects).containsExactly("Welcome, Ada Lovelace");
    }

    @Test
    void an_event_that_is_delivered_several_times_at_once_is_sent_once() throws Exception {
        var secondMail = new CountDownLatch(2);
        var patient = new Notifier(memory, (cause, notification) -> {
            secondMail.countDown();
            awaitBriefly(secondMail);
        });
        Callable<Delivery> delivery = () -> patient.deliver(EventReader.CONTENT_TYPE, bytes(REGISTERED.example()));
        var deliverers = Executors.newFixedThreadPool(4);
        try {
            var deliveries = deliverers.invokeAll(List.of(delivery, delivery, delivery, delivery));

            assertThat(deliveries)
                    .extracting(Future::get)
                    .filteredOn(Delivery.Sent.class::isInstance)
                    .hasSize(1);
            assertThat(secondMail.getCount()).isOne();
        } finally {
            deliverers.shutdown();
        }
    }

    @Test
    void the_same_id_of_another_source_is_another_event() {
        deliver(REGISTERED.example());
        var created = deliver(CREATED.example());

        assertThat(created).isInstanceOf(Delivery.Sent.class);
        assertThat(subjects).containsExactly("Welcome, Ada Lovelace", "Your workspace \"Harvest\" is ready");
    }

    @Test
    void an_event_that_the_mail_system_did_not_take_is_sent_at_its_next_delivery() {
        var failing = new Notifier(memory, (cause, notification) -> {
            throw new MailNotTaken("the mail system answers 451");
        });

        var first = failing.deliver(EventReader.CONTENT_TYPE, bytes(REGISTERED.example()));
        var second = deliver(REGISTERED.example());

        assertThat(first).isEqualTo(new Delivery.Postponed("""
                Nobody was told of an event: the mail system answers 451.
                  where: event evt-42 of type dev.treaty.user.registered.v1 about usr_42, from https://treaty.dev/services/auth-service
                  fix:   deliver it again when the mail system works"""));
        assertThat(second).isInstanceOf(Delivery.Sent.class);
    }

    @Test
    void an_event_that_comes_before_its_persons_registration_waits_for_that() {
        var early = deliver(CREATED.example());
        deliver(REGISTERED.example());
        var later = deliver(CREATED.example());

        assertThat(early).isEqualTo(new Delivery.Postponed("""
                Nobody was told of an event: a person it concerns is not known yet.
                  where: event evt-42 of type dev.treaty.workspace.created.v1 about ws_42, from https://treaty.dev/services/workspace-service
                  fix:   deliver it again after that person's user.registered, and publish that again if it is lost"""));
        assertThat(later).isInstanceOf(Delivery.Sent.class);
    }

    @Test
    void an_older_change_of_a_workspace_is_outdated_after_a_newer_one() {
        memory.remember(ADA);

        var newer = deliver(RENAMED.example().put("id", "evt-43"));
        var older = deliver(CREATED.example());

        assertThat(newer).isInstanceOf(Delivery.Sent.class);
        assertThat(older)
                .isEqualTo(
                        new Delivery.Outdated(new EventId("https://treaty.dev/services/workspace-service", "evt-42")));
        assertThat(subjects).containsExactly("Your workspace \"Harvest\" is now \"Vintage\"");
    }

    @Test
    void another_event_of_the_newest_version_is_still_sent() {
        memory.remember(ADA);

        deliver(RENAMED.example().put("id", "evt-43"));
        var deletion = deliver(DELETED.example());

        assertThat(deletion).isInstanceOf(Delivery.Sent.class);
    }

    @Test
    void an_unknown_event_is_irrelevant() {
        var sent = REGISTERED.example().put("type", "dev.treaty.user.avatar-changed.v1");

        assertThat(deliver(sent))
                .isEqualTo(new Delivery.OfNoConcern(
                        new EventId("https://treaty.dev/services/auth-service", "evt-42"),
                        "dev.treaty.user.avatar-changed.v1"));
        assertThat(subjects).isEmpty();
    }

    @Test
    void a_message_that_cannot_be_read_is_refused_with_the_reason() {
        assertThat(notifier.deliver("text/plain", bytes(REGISTERED.example())))
                .isEqualTo(new Delivery.Refused(
                        new Reading.Unreadable("its content type is not application/cloudevents+json")));
        assertThat(subjects).isEmpty();
    }

    private Delivery deliver(ObjectNode event) {
        return notifier.deliver(EventReader.CONTENT_TYPE, bytes(event));
    }

    /** Keeps a mail under way for as long as the other deliverers need to send theirs, if they do. */
    private static void awaitBriefly(CountDownLatch latch) {
        try {
            var unused = latch.await(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(ObjectNode event) {
        return event.toString().getBytes(UTF_8);
    }
}

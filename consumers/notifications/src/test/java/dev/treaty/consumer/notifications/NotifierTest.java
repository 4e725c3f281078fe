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

/** People are notified once of each event, however often it is delivered; {@link NotificationWriterTest} has the wording. */
class NotifierTest {

    private static final RecordedContract REGISTERED =
            RecordedContract.of("auth-service", new UserEventsPactTest()::userRegistered);
    private static final RecordedContract CREATED =
            RecordedContract.of("workspace-service", new WorkspaceEventsPactTest()::workspaceCreated);
    private static final RecordedContract RENAMED =
            RecordedContract.of("workspace-service", new WorkspaceEventsPactTest()::workspaceRenamed);
    private static final RecordedContract DELETED =
            RecordedContract.of("workspace-service", new WorkspaceEventsPactTest()::workspaceDeleted);

    private final InMemoryNotificationStore store = new InMemoryNotificationStore(100);
    private final List<String> subjects = new CopyOnWriteArrayList<>();
    private final Notifier notifier =
            new Notifier(store, (cause, notification) -> subjects.add(notification.subject()));

    @Test
    void an_event_that_is_delivered_again_is_sent_once() {
        var first = deliver(REGISTERED.example());
        var second = deliver(REGISTERED.example());

        assertThat(first).isInstanceOf(DeliveryResult.Sent.class);
        assertThat(second)
                .isEqualTo(
                        new DeliveryResult.Repeated(new EventId("https://treaty.dev/services/auth-service", "evt-42")));
        assertThat(subjects).containsExactly("Welcome, Ada Lovelace");
    }

    @Test
    void an_event_that_is_delivered_several_times_at_once_is_sent_once() throws Exception {
        var secondMail = new CountDownLatch(2);
        var patient = new Notifier(store, (cause, notification) -> {
            secondMail.countDown();
            awaitBriefly(secondMail);
        });
        Callable<DeliveryResult> delivery =
                () -> patient.deliver(EventReader.CONTENT_TYPE, bytes(REGISTERED.example()));
        var deliverers = Executors.newFixedThreadPool(4);
        try {
            var deliveries = deliverers.invokeAll(List.of(delivery, delivery, delivery, delivery));

            assertThat(deliveries)
                    .extracting(Future::get)
                    .filteredOn(DeliveryResult.Sent.class::isInstance)
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

        assertThat(created).isInstanceOf(DeliveryResult.Sent.class);
        assertThat(subjects).containsExactly("Welcome, Ada Lovelace", "Your workspace \"Harvest\" is ready");
    }

    @Test
    void an_event_that_the_mail_system_refused_is_sent_at_its_next_delivery() {
        var failing = new Notifier(store, (cause, notification) -> {
            throw new MailNotSent("the mail system responded with 451");
        });

        var first = failing.deliver(EventReader.CONTENT_TYPE, bytes(REGISTERED.example()));
        var second = deliver(REGISTERED.example());

        assertThat(first).isEqualTo(new DeliveryResult.Postponed("""
                Nobody was notified of an event: the mail system responded with 451.
                  where: event evt-42 of type dev.treaty.user.registered.v1 about usr_42, from https://treaty.dev/services/auth-service
                  fix:   deliver it again when the mail system works"""));
        assertThat(second).isInstanceOf(DeliveryResult.Sent.class);
    }

    @Test
    void an_event_that_arrives_before_the_persons_registration_is_postponed() {
        var early = deliver(CREATED.example());
        deliver(REGISTERED.example());
        var later = deliver(CREATED.example());

        assertThat(early).isEqualTo(new DeliveryResult.Postponed("""
                Nobody was notified of an event: a person it concerns is not known yet.
                  where: event evt-42 of type dev.treaty.workspace.created.v1 about ws_42, from https://treaty.dev/services/workspace-service
                  fix:   deliver it again after that person's user.registered, and publish that again if it was lost"""));
        assertThat(later).isInstanceOf(DeliveryResult.Sent.class);
    }

    @Test
    void an_older_change_of_a_workspace_is_outdated_after_a_newer_one() {
        store.remember(ADA);

        var newer = deliver(RENAMED.example().put("id", "evt-43"));
        var older = deliver(CREATED.example());

        assertThat(newer).isInstanceOf(DeliveryResult.Sent.class);
        assertThat(older)
                .isEqualTo(new DeliveryResult.Outdated(
                        new EventId("https://treaty.dev/services/workspace-service", "evt-42")));
        assertThat(subjects).containsExactly("Your workspace \"Harvest\" is now \"Vintage\"");
    }

    @Test
    void another_event_of_the_newest_version_is_still_sent() {
        store.remember(ADA);

        deliver(RENAMED.example().put("id", "evt-43"));
        var deletion = deliver(DELETED.example());

        assertThat(deletion).isInstanceOf(DeliveryResult.Sent.class);
    }

    @Test
    void an_unknown_event_is_irrelevant() {
        var sent = REGISTERED.example().put("type", "dev.treaty.user.avatar-changed.v1");

        assertThat(deliver(sent))
                .isEqualTo(new DeliveryResult.Irrelevant(
                        new EventId("https://treaty.dev/services/auth-service", "evt-42"),
                        "dev.treaty.user.avatar-changed.v1"));
        assertThat(subjects).isEmpty();
    }

    @Test
    void a_message_that_cannot_be_read_is_refused_with_the_reason() {
        assertThat(notifier.deliver("text/plain", bytes(REGISTERED.example())))
                .isEqualTo(new DeliveryResult.Refused(
                        new EventReadResult.Unreadable("its content type is not application/cloudevents+json")));
        assertThat(subjects).isEmpty();
    }

    private DeliveryResult deliver(ObjectNode event) {
        return notifier.deliver(EventReader.CONTENT_TYPE, bytes(event));
    }

    /** Delays a mail for as long as the other threads would need to send theirs. */
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

package dev.treaty.provider.environmentcloner;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;
import dev.treaty.provider.environmentcloner.states.ClonerStates;
import dev.treaty.provider.junit.RunningServiceVerification;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.targets.SentMessage;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Verifies the reference service against its contracts, or with {@code -Denvironment-cloner.url=…} the one at that URL.
 */
@Provider("environment-cloner")
@ResourceLock(TestCloner.ENVIRONMENTS)
class EnvironmentClonerVerificationTest extends RunningServiceVerification {

    @Override
    protected URI start() {
        return TestCloner.service().url();
    }

    /** All interactions share the environments. */
    @Override
    protected Collection<String> collisions(ContractInteraction interaction) {
        return List.of(TestCloner.ENVIRONMENTS);
    }

    @Override
    protected SentMessage message(ContractInteraction interaction) {
        var last = interaction.states().get(interaction.states().size() - 1);
        var sent = TestCloner.service()
                .events()
                .newest(String.valueOf(last.getName()), last.getParams())
                .orElseThrow(() -> new AssertionError("no event about what the state brought about is in the outbox"));
        return new SentMessage(
                sent.content().getBytes(UTF_8), sent.contentType(), Map.of("contentType", sent.contentType()));
    }

    @State(ClonerStates.SIGNED_IN)
    Map<String, Object> aUserIsSignedIn(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.SIGNED_IN, parameters);
    }

    @State(ClonerStates.EXPIRED)
    Map<String, Object> anAccessTokenHasExpired(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.EXPIRED, parameters);
    }

    @State(ClonerStates.ENVIRONMENTS)
    Map<String, Object> environmentsExist(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.ENVIRONMENTS, parameters);
    }

    @State(ClonerStates.NO_ENVIRONMENT)
    Map<String, Object> noEnvironmentExists(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.NO_ENVIRONMENT, parameters);
    }

    @State(ClonerStates.NO_CLONE)
    Map<String, Object> noCloneExists(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.NO_CLONE, parameters);
    }

    @State(ClonerStates.NO_BACKUP)
    Map<String, Object> noBackupExists(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.NO_BACKUP, parameters);
    }

    @State(ClonerStates.NO_PROFILE)
    Map<String, Object> noProfileExists(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.NO_PROFILE, parameters);
    }

    @State(ClonerStates.UNREACHABLE)
    Map<String, Object> anEnvironmentIsUnreachable(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.UNREACHABLE, parameters);
    }

    @State(ClonerStates.WRITABLE_SOURCE)
    Map<String, Object> theRoleOfASourceCanWrite(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.WRITABLE_SOURCE, parameters);
    }

    @State(ClonerStates.UNCLASSIFIED)
    Map<String, Object> aColumnIsUnclassified(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.UNCLASSIFIED, parameters);
    }

    @State(ClonerStates.FULL)
    Map<String, Object> noMoreClonesAreAccepted(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.FULL, parameters);
    }

    @State(ClonerStates.QUEUED)
    Map<String, Object> aCloneIsQueued(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.QUEUED, parameters);
    }

    @State(ClonerStates.COPYING)
    Map<String, Object> aCloneIsCopying(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.COPYING, parameters);
    }

    @State(ClonerStates.COMPLETED)
    Map<String, Object> aCloneIsCompleted(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.COMPLETED, parameters);
    }

    @State(ClonerStates.CANCELLED)
    Map<String, Object> aCloneWasCancelled(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.CANCELLED, parameters);
    }

    @State(ClonerStates.FAILED)
    Map<String, Object> aCloneHasFailed(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.FAILED, parameters);
    }

    @State(ClonerStates.EMPTY_SOURCE)
    Map<String, Object> aCloneOfAnEmptySourceIsCompleted(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.EMPTY_SOURCE, parameters);
    }

    @State(ClonerStates.SEVERAL)
    Map<String, Object> severalClonesAreOver(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.SEVERAL, parameters);
    }

    @State(ClonerStates.KEY_USED)
    Map<String, Object> anIdempotencyKeyHasBeenUsedForAClone(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.KEY_USED, parameters);
    }

    @State(ClonerStates.BACKUP)
    Map<String, Object> aBackupExists(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.BACKUP, parameters);
    }

    @State(ClonerStates.EXPIRING_BACKUP)
    Map<String, Object> aBackupExpiresSoon(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.EXPIRING_BACKUP, parameters);
    }

    @State(ClonerStates.RESTORED)
    Map<String, Object> aRestorationIsCompleted(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.RESTORED, parameters);
    }

    @State(ClonerStates.REFUSED)
    Map<String, Object> aCloneIntoProductionWasRefused(Map<String, Object> parameters) {
        return TestCloner.enter(ClonerStates.REFUSED, parameters);
    }

    @State(
            value = {
                ClonerStates.ENVIRONMENTS,
                ClonerStates.NO_ENVIRONMENT,
                ClonerStates.NO_CLONE,
                ClonerStates.NO_BACKUP,
                ClonerStates.NO_PROFILE,
                ClonerStates.UNREACHABLE,
                ClonerStates.WRITABLE_SOURCE,
                ClonerStates.UNCLASSIFIED,
                ClonerStates.FULL,
                ClonerStates.QUEUED,
                ClonerStates.COPYING,
                ClonerStates.COMPLETED,
                ClonerStates.CANCELLED,
                ClonerStates.FAILED,
                ClonerStates.EMPTY_SOURCE,
                ClonerStates.SEVERAL,
                ClonerStates.KEY_USED,
                ClonerStates.BACKUP,
                ClonerStates.EXPIRING_BACKUP,
                ClonerStates.RESTORED,
                ClonerStates.REFUSED,
            },
            action = StateChangeAction.TEARDOWN)
    void everythingIsAsBefore(Map<String, Object> parameters) {
        TestCloner.leave();
    }
}

package dev.treaty.provider.junit;

import static dev.treaty.provider.junit.VerificationUnderTest.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.testing.PeopleContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {

    @TempDir
    private Path directory;

    @Test
    void interactions_with_different_states_run_in_parallel() {
        var contract = PeopleContract.of("web").meets("1", "Ada").meets("2", "Bob");

        var run = verify(ParallelStates.class, contract);

        assertThat(run.withStatus(FAILED)).isEmpty();
        assertThat(run.withStatus(SUCCESSFUL)).hasSize(2);
    }

    @Test
    void interactions_with_colliding_states_run_one_after_the_other() {
        var contract = PeopleContract.of("web");
        for (var id = 1; id <= 20; id++) {
            contract.reads(String.valueOf(id));
        }

        var run = verify(ExclusiveState.class, contract);

        assertThat(run.withStatus(FAILED)).isEmpty();
        assertThat(run.withStatus(SUCCESSFUL)).hasSize(20);
    }

    @Test
    void a_service_can_declare_that_its_states_never_collide() {
        var contract = PeopleContract.of("web").meets("1", "Grace").meets("2", "Grace");

        var run = verify(IsolatedTenants.class, contract);

        assertThat(run.withStatus(FAILED)).isEmpty();
        assertThat(run.withStatus(SUCCESSFUL)).hasSize(2);
    }

    private VerificationUnderTest verify(Class<?> verification, PeopleContract contract) {
        return run(verification, directory, Map.of("pacts", contract.in(directory.resolve("pacts"))));
    }

    /** Passes only if two interactions run in parallel. */
    static class ParallelStates extends PeopleVerification {

        private final CyclicBarrier both = new CyclicBarrier(2);

        ParallelStates() throws IOException {
            super("name");
        }

        @State("two people meet")
        Map<String, Object> twoPeopleMeet(Map<String, String> person) throws Exception {
            both.await(20, TimeUnit.SECONDS);
            return aPersonExists(person);
        }
    }

    static final class IsolatedTenants extends ParallelStates {

        IsolatedTenants() throws IOException {}

        @Override
        protected Collection<String> collisions(ContractInteraction interaction) {
            return List.of();
        }
    }

    /** Passes only if no two interactions run in parallel; the states of all of them contain the name "Grace". */
    static final class ExclusiveState extends PeopleVerification {

        private final AtomicInteger inside = new AtomicInteger();

        ExclusiveState() throws IOException {
            super("name");
        }

        @Override
        @State("a person exists")
        Map<String, Object> aPersonExists(Map<String, String> person) {
            assertThat(inside.incrementAndGet()).isEqualTo(1);
            return super.aPersonExists(person);
        }

        @State(value = "a person exists", action = StateChangeAction.TEARDOWN)
        void tearDown() {
            assertThat(inside.decrementAndGet()).isZero();
        }
    }
}

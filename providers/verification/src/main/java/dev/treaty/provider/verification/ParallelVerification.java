package dev.treaty.provider.verification;

import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.targets.VerificationTarget;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Verifies all interactions of a run, several at the same time if the target allows it. */
public final class ParallelVerification {

    /** Each thread has a connection of its own, and most of them wait. */
    private static final int MOST_THREADS = 64;

    private ParallelVerification() {}

    /** What came of an interaction. */
    @FunctionalInterface
    public interface Listener extends BiConsumer<ContractInteraction, @Nullable Throwable> {

        /** @param failure what the verification threw; null if the contract is kept */
        @Override
        void accept(ContractInteraction interaction, @Nullable Throwable failure);
    }

    /**
     * Returns when the last interaction has been verified.
     *
     * @param parallel how many at the same time
     * @param listener called for each interaction, by several threads
     */
    public static void verify(
            List<ContractInteraction> interactions, VerificationTarget target, int parallel, Listener listener) {
        var threads = Executors.newFixedThreadPool(Math.min(parallel, MOST_THREADS));
        try {
            var running = interactions.stream()
                    .map(interaction -> threads.submit(() -> verify(interaction, target, listener)))
                    .toList();
            for (var interaction : running) {
                interaction.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void verify(ContractInteraction interaction, VerificationTarget target, Listener listener) {
        try {
            InteractionVerification.verify(interaction, target);
        } catch (Exception | AssertionError e) {
            listener.accept(interaction, e);
            return;
        }
        listener.accept(interaction, null);
    }
}

package dev.treaty.provider.environmentcloner.states;

import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.clones.CloneRequest;
import dev.treaty.provider.environmentcloner.clones.Clones;
import dev.treaty.provider.environmentcloner.operations.InTransaction;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationFilter;
import dev.treaty.provider.environmentcloner.operations.OperationKind;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.operations.OperationState;
import dev.treaty.provider.environmentcloner.operations.Requester;
import dev.treaty.provider.environmentcloner.refusals.CloneIsOver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Clones between the sample's environments, brought to where a state needs them. */
final class SampleClones {

    static final String PRODUCTION = "production";
    static final List<String> SYSTEMS = List.of("audit", "conversations", "reservations");
    static final String PROFILE = "training";

    private static final int MANY = 100;

    private final Clones clones;
    private final CopyGate gate;

    SampleClones(Clones clones, CopyGate gate) {
        this.clones = clones;
        this.gate = gate;
    }

    /** A clone of all systems, anonymised as far as it must be. */
    static CloneRequest request(String source, String target, BackupKind backup) {
        return new CloneRequest(
                source,
                target,
                SYSTEMS,
                source.equals(PRODUCTION) ? Optional.of(PROFILE) : Optional.empty(),
                Optional.of(backup),
                true,
                Map.of());
    }

    /** One that waits or runs. */
    Operation start(CloneRequest request, Requester requester) {
        return clones.start(request, requester, InTransaction.NOTHING);
    }

    /** One that is over, in this state. */
    Operation over(Operation started, OperationState state) {
        var over = Awaiting.value(
                "end of " + started.id(),
                () -> Optional.of(clones.find(started.id()))
                        .filter(operation -> operation.state().isFinal()));
        if (over.state() != state) {
            throw new IllegalStateException(
                    "%s is %s, because of %s".formatted(over.id(), over.state(), over.failure()));
        }
        return over;
    }

    /** One that copies until {@link #goOn}. */
    Operation copying(CloneRequest request, Requester requester) {
        gate.shut();
        var started = start(request, requester);
        var copying = Awaiting.value(
                "copying of " + started.id(),
                () -> Optional.of(clones.find(started.id()))
                        .filter(operation -> operation.state().isFinal()
                                || operation.phase().equals(Optional.of(OperationPhase.COPYING))));
        if (copying.state().isFinal()) {
            throw new IllegalStateException("%s does not copy: %s".formatted(copying.id(), copying.failure()));
        }
        return copying;
    }

    /** Lets those go on that copy. */
    void goOn() {
        gate.open();
    }

    /** The clone that the target's database comes from, if it is one of the source: what was cancelled or failed later changed nothing. */
    Optional<Operation> newest(String source, String target) {
        var page = clones.list(new OperationFilter(Optional.of(target), Optional.empty(), MANY, OptionalLong.empty()));
        return page.items().stream()
                .filter(operation ->
                        operation.state() != OperationState.CANCELLED && operation.state() != OperationState.FAILED)
                .limit(1)
                .filter(newest -> newest.kind() == OperationKind.CLONE
                        && newest.state() == OperationState.COMPLETED
                        && newest.backup().isPresent()
                        && newest.source().equals(Optional.of(source)))
                .findFirst();
    }

    /** Ends all that wait or run. */
    void end(Requester requester) {
        var unfinished = unfinished();
        unfinished.forEach(operation -> cancel(operation, requester));
        goOn();
        for (var operation : unfinished) {
            Awaiting.value(
                    "end of " + operation.id(),
                    () -> Optional.of(clones.find(operation.id()))
                            .filter(ended -> ended.state().isFinal()));
        }
    }

    private List<Operation> unfinished() {
        return clones
                .list(new OperationFilter(Optional.empty(), Optional.empty(), MANY, OptionalLong.empty()))
                .items()
                .stream()
                .filter(operation -> !operation.state().isFinal())
                .toList();
    }

    private void cancel(Operation operation, Requester requester) {
        try {
            clones.cancel(operation.id(), requester);
        } catch (CloneIsOver e) {
            // So much the better.
        }
    }
}

package dev.treaty.stubs.replay;

/** A request says in a way that cannot be read what is to go wrong with it. */
final class UnreadableDisturbance extends IllegalArgumentException {

    UnreadableDisturbance(IllegalArgumentException reason) {
        super("""
                What is to go wrong cannot be read: %s.
                  where: the request's header %s, %s or %s
                  fix:   write it so, or leave it out""".formatted(reason.getMessage(), Disturbances.DELAY, Disturbances.FAULT, Disturbances.STATUS), reason);
    }
}

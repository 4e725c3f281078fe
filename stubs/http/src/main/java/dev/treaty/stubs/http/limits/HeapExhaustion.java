package dev.treaty.stubs.http.limits;

/** For threads that go on whatever fails: the end of the heap is nothing to go on after, because any thread may have failed halfway. */
public final class HeapExhaustion {

    private HeapExhaustion() {}

    /**
     * Tells whoever runs this process that the heap is used up, if that is why something failed; they may want to end the process. What
     * they hear it by is the handler of uncaught exceptions.
     */
    public static void report(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                var thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, cause);
                return;
            }
        }
    }
}

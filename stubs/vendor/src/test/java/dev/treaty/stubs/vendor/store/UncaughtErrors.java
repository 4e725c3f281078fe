package dev.treaty.stubs.vendor.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;

/** What whoever runs a process hears of errors: those of the threads of a test, and of all threads that they start. */
public final class UncaughtErrors {

    private final List<Throwable> errors = new CopyOnWriteArrayList<>();
    private final ThreadGroup threads = new ThreadGroup("test") {
        @Override
        public void uncaughtException(Thread thread, Throwable error) {
            errors.add(error);
        }
    };

    /** What was heard until now. */
    public List<Throwable> all() {
        return errors;
    }

    /** Runs a test in such a thread, and waits until it is over. */
    public void listenTo(Runnable test) throws Exception {
        var task = new FutureTask<>(test, "");
        new Thread(threads, task, "test").start();
        task.get();
    }
}

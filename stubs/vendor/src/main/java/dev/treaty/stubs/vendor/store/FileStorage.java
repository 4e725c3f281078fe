package dev.treaty.stubs.vendor.store;

import dev.treaty.stubs.http.limits.HeapExhaustion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records in a file, which outlive the process, however it ends: what a unit of work has changed is in the file when {@link #write}
 * returns. Not yet on the disk, though: for that, the operating system has to stay alive.
 *
 * <p>One thread alone uses the file, for two reasons. It writes together what many threads want to write at the same time. And the
 * interruption of a thread closes a file that it uses.
 */
final class FileStorage implements RecordStorage {

    private static final Logger LOG = LoggerFactory.getLogger(FileStorage.class);

    private static final int MOST_TOGETHER = 256;

    private final Path path;
    private final WorldFile file;
    private final ConcurrentMap<String, SortedRecords> inMemory = new ConcurrentHashMap<>();
    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable Throwable failure;

    /**
     * Opens a file, or creates it.
     *
     * @throws StoreUnavailable if it is not there to be used
     */
    FileStorage(Path path) {
        this.path = path;
        file = WorldFile.open(path);
        thread = new Thread(this::run, "store");
        thread.setDaemon(true);
        thread.start();
    }

    /** The worlds in the file, the one that was unused for longest first, and when each is due. */
    Map<String, Long> worlds() {
        return onThread(file::worlds);
    }

    @Override
    public RecordSource open(String world) {
        var records = inMemory.get(world);
        return records == null ? inMemory.computeIfAbsent(world, absent -> onThread(() -> file.read(world))) : records;
    }

    @Override
    public void write(String world, UnitOfWork unit) {
        onThread(() -> file.write(world, unit));
        unit.forEachChange(((SortedRecords) open(world))::put);
    }

    @Override
    public long bytes(String world) {
        var records = inMemory.get(world);
        return records == null ? 0 : records.bytes();
    }

    @Override
    public Map<String, Long> bytesByKind(String world) {
        var records = inMemory.get(world);
        return records == null ? Map.of() : records.bytesByKind();
    }

    @Override
    public boolean isDurable() {
        return true;
    }

    @Override
    public void unload(String world) {
        inMemory.remove(world);
    }

    @Override
    public void remove(String world) {
        onThread(() -> file.remove(world));
        inMemory.remove(world);
    }

    @Override
    public void close() {
        tasks.add(new Task(null, new CompletableFuture<>()));
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void onThread(Runnable work) {
        this.<@Nullable Void>onThread(() -> {
            work.run();
            return null;
        });
    }

    /** Waits until the work is done, and what it wrote is in the file. */
    <T extends @Nullable Object> T onThread(Supplier<T> work) {
        var result = new CompletableFuture<T>();
        tasks.add(new Task(
                () -> {
                    var value = work.get();
                    return () -> result.complete(value);
                },
                result));
        if (closed) {
            result.completeExceptionally(new IllegalStateException("The store is closed"));
        }
        try {
            return result.join();
        } catch (CompletionException e) {
            throw new StoreUnavailable(
                    "The store could not be read or written.",
                    path.toString(),
                    "look at the log of the stub server, and at the space on the disk; then start the server anew",
                    e);
        }
    }

    private void run() {
        var together = new ArrayList<Task>(MOST_TOGETHER);
        for (var isOpen = true; isOpen; together.clear()) {
            try {
                together.add(tasks.take());
                tasks.drainTo(together, MOST_TOGETHER - 1);
                isOpen = together.stream().allMatch(task -> task.work() != null);
                run(together);
            } catch (InterruptedException e) {
                LOG.debug("Only close() ends this thread", e);
            }
        }
        try {
            file.close();
        } catch (MVStoreException e) { // all of it has been written before
            LOG.warn("Closing {} failed", path, e);
        }
        closed = true;
        tasks.forEach(task -> task.result().completeExceptionally(new IllegalStateException("The store is closed")));
    }

    /** All of it is in the file before anyone learns about it. After a failure, the file is left as it is. */
    private void run(List<Task> together) {
        var done = new ArrayList<Runnable>(together.size());
        try {
            if (failure == null) {
                for (var task : together) {
                    if (task.work() != null) {
                        done.add(task.work().get());
                    }
                }
                file.commit();
                done.forEach(Runnable::run);
                return;
            }
        } catch (RuntimeException | Error e) {
            HeapExhaustion.report(e);
            LOG.error("Writing to {} failed", path, e);
            failure = e;
        }
        var cause = failure;
        together.forEach(task -> task.result().completeExceptionally(cause));
    }

    /**
     * What the thread has to do.
     *
     * @param work returns what tells whoever waits that it is done; null to close the file
     */
    private record Task(@Nullable Supplier<Runnable> work, CompletableFuture<?> result) {}
}

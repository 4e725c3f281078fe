package dev.treaty.provider.environmentcloner.originals;

import dev.treaty.provider.environmentcloner.pseudonyms.Domain;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All personal data of a source, as keyed hashes that cannot be traced back, in order to prove that none is left in a clone. They are in files,
 * so that a hundred million of them take no more of the heap than ten: a Bloom filter that tells at once of nearly every value that it is
 * none of them, and the hashes, with which those are compared that it takes for one.
 */
public final class Originals implements AutoCloseable {

    private static final int HASH_BYTES = 2 * Long.BYTES;
    private static final int READ_BYTES = 4_096 * HASH_BYTES;

    private final Path folder;
    private final byte[] secret;
    private final BloomFilter filter;
    private final List<Recorder> recorders = new ArrayList<>();
    private final AtomicInteger files = new AtomicInteger();

    private Originals(Path folder, byte[] secret, BloomFilter filter) {
        this.folder = folder;
        this.secret = secret.clone();
        this.filter = filter;
    }

    /**
     * None yet.
     *
     * @param folder for the files; it is created, and removed by {@link #close()}
     * @param secret of the clone, 32 bytes
     * @param expected about how many there will be; with more of them, the filter is wrong more often, which only takes time
     */
    public static Originals create(Path folder, byte[] secret, long expected) {
        try {
            Files.createDirectories(folder);
            return new Originals(folder, secret, BloomFilter.create(folder.resolve("filter"), expected));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For one thread to add to. All must be closed before it is asked what is left. */
    public synchronized Recorder recorder() {
        var recorder = new Recorder(folder.resolve("originals-" + files.incrementAndGet()));
        recorders.add(recorder);
        return recorder;
    }

    /** For one thread to ask. */
    public Probe probe() {
        return new Probe();
    }

    /** Those of the hashes that are originals. */
    public Set<ValueHash> among(Set<ValueHash> suspects) {
        var found = new HashSet<ValueHash>();
        for (var recorder : recorders) {
            find(recorder.file, suspects, found);
        }
        return found;
    }

    private static void find(Path file, Set<ValueHash> suspects, Set<ValueHash> found) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var buffer = ByteBuffer.allocate(READ_BYTES);
            while (channel.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.remaining() >= HASH_BYTES) {
                    var hash = new ValueHash(buffer.getLong(), buffer.getLong());
                    if (suspects.contains(hash)) {
                        found.add(hash);
                    }
                }
                buffer.compact();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        recorders.forEach(Recorder::close);
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds originals. Not for use by several threads. */
    public final class Recorder implements AutoCloseable {

        private final ValueHasher hasher = new ValueHasher(secret);
        private final RecentHashes recent = new RecentHashes();
        private final Path file;
        private final DataOutputStream hashes;

        private Recorder(Path file) {
            this.file = file;
            try {
                hashes = new DataOutputStream(new BufferedOutputStream(open(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static OutputStream open(Path file) throws IOException {
            return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }

        /** Adds a value, unless it is too short or too common to tell a person. */
        public void add(Domain domain, String value) {
            var hash = hasher.ofOriginal(domain, value);
            if (hash != null && recent.add(hash)) {
                filter.add(hash);
                write(hash);
            }
        }

        private void write(ValueHash hash) {
            try {
                hashes.writeLong(hash.high());
                hashes.writeLong(hash.low());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                hashes.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Asks whether values are originals. Not for use by several threads. */
    public final class Probe {

        private final ValueHasher hasher = new ValueHasher(secret);

        private Probe() {}

        /** The hashes of what may be an original, whole or as a part of the value; nearly always none. */
        public Set<ValueHash> suspects(String value) {
            var suspects = new HashSet<ValueHash>();
            hasher.ofParts(value, hash -> {
                if (filter.mayContain(hash)) {
                    suspects.add(hash);
                }
            });
            return suspects;
        }
    }
}

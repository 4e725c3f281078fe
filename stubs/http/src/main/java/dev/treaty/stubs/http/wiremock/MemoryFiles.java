package dev.treaty.stubs.http.wiremock;

import com.github.tomakehurst.wiremock.common.Errors;
import com.github.tomakehurst.wiremock.common.InputStreamSource;
import com.github.tomakehurst.wiremock.common.InvalidInputException;
import com.github.tomakehurst.wiremock.store.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of WireMock's admin API, which mappings may name as their bodies: none at first, and kept in memory until the server stops. */
final class MemoryFiles implements BlobStore {

    private static final long MOST_BYTES = 16 << 20;

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    @Override
    public synchronized Stream<String> getAllKeys() {
        return files.keySet().stream().toList().stream();
    }

    @Override
    public synchronized Optional<byte[]> get(String name) {
        return Optional.ofNullable(files.get(name));
    }

    @Override
    public Optional<InputStream> getStream(String name) {
        return get(name).map(ByteArrayInputStream::new);
    }

    @Override
    public InputStreamSource getStreamSource(String name) {
        return () -> getStream(name)
                .orElseThrow(() -> new InvalidInputException(Errors.single(10, "There is no file \"" + name + "\".")));
    }

    @Override
    public synchronized void put(String name, byte[] contents) {
        var others = files.entrySet().stream()
                .filter(file -> !file.getKey().equals(name))
                .mapToLong(file -> file.getValue().length)
                .sum();
        if (others + contents.length > MOST_BYTES) {
            throw new InvalidInputException(
                    Errors.single(10, "All files together may have %d bytes.".formatted(MOST_BYTES)));
        }
        files.put(name, contents);
    }

    @Override
    public synchronized void remove(String name) {
        files.remove(name);
    }

    @Override
    public synchronized void clear() {
        files.clear();
    }
}

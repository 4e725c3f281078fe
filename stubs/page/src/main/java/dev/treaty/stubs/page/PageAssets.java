package dev.treaty.stubs.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The style sheet, the modules and the icon of the page. */
public final class PageAssets {

    private static final Map<String, String> TYPES = Map.of(
            "page.css", "text/css; charset=utf-8",
            "live.js", "text/javascript; charset=utf-8",
            "copy.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final Map<String, Asset> assets = new TreeMap<>();

    /** Reads them from the class path. */
    public PageAssets() {
        TYPES.forEach((name, type) -> assets.put(name, new Asset(type, read(name))));
    }

    private static byte[] read(String name) {
        try (var stream = PageAssets.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The asset with a file name. */
    public Optional<Asset> named(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    /** The address of an asset, which changes with its content. */
    String address(String folder, String name) {
        return folder + name + "?v=" + named(name).map(Asset::version).orElseThrow();
    }

    /** A file of the page. */
    public static final class Asset {

        private final String type;
        private final byte[] content;

        Asset(String type, byte[] content) {
            this.type = type;
            this.content = content;
        }

        /** The media type. */
        public String type() {
            return type;
        }

        /** The bytes; a copy. */
        public byte[] content() {
            return Arrays.copyOf(content, content.length);
        }

        /** Changes with the content. */
        public String version() {
            return UUID.nameUUIDFromBytes(content).toString().substring(0, 8);
        }
    }
}

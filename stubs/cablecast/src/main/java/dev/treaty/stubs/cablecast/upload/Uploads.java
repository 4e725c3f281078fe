package dev.treaty.stubs.cablecast.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.cablecast.resource.CablecastError;
import dev.treaty.stubs.cablecast.resource.ResourceRoutes;
import dev.treaty.stubs.cablecast.resource.ResourceRules;
import dev.treaty.stubs.cablecast.resource.Resources;
import dev.treaty.stubs.cablecast.resource.StateTimer;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Uploads in segments: the client creates one, sends its segments in any order, says that there are no more, and polls until the file is in
 * its store. An upload that lacks a segment, or bytes, ends as an error.
 */
public final class Uploads implements ResourceRules {

    /** What is due when a state is over. */
    public static final String ACTION = "upload-state";

    private static final String UPLOAD = "fileUpload";
    private static final String STATE = "state";
    private static final String SEGMENTS = "segments";
    private static final String ASSET = "asset";
    private static final int LARGEST_SEGMENT = 5 << 20;
    private static final StateTimer TIMER = new StateTimer(UPLOAD, ACTION);

    /** What every file is, because nobody looks into it: a minute. */
    private static final ObjectNode SOME_VIDEO = Json.object()
            .put("frameCount", 1_800)
            .put("frameRate", 30)
            .put("width", 1_920)
            .put("height", 1_080);

    @Override
    public void check(Resources resources, ObjectNode upload, ObjectNode submitted, @Nullable ObjectNode previous) {
        if (previous != null && submitted.has(STATE)) {
            if (submitted.path(STATE).asInt(-1) != UploadState.UPLOADING_COMPLETE.number()) {
                throw CablecastError.badRequest("A client can only set state to 2 (UploadingComplete), not to %s."
                        .formatted(submitted.path(STATE)));
            }
            requireUploading(previous);
            complete(resources, upload);
        }
    }

    private static void requireUploading(ObjectNode upload) {
        if (UploadState.of(upload) != UploadState.UPLOADING) {
            throw CablecastError.badRequest("The fileUpload %s is not uploading any more: its state is %s (%s)."
                    .formatted(upload.path("id").asText(), upload.path(STATE).asText(), UploadState.of(upload)));
        }
    }

    @Override
    public void created(Resources resources, ObjectNode upload) {
        upload.set(SEGMENTS, Json.object());
        enter(resources, upload, UploadState.UPLOADING);
        resources.store(UPLOAD, upload);
    }

    /** {@code POST /fileuploads/{id}/upload}. */
    public static StubResponse receive(Exchange exchange, ResourceRoutes routes) {
        var resources = new Resources(exchange.world());
        var upload = resources.get(UPLOAD, exchange.parameter("id"));
        requireUploading(upload);
        var segment = UploadedSegment.of(exchange.request());
        if (segment.number() >= upload.path("totalSegments").asLong()) {
            throw CablecastError.badRequest("The fileUpload %s has %s segments, numbered from 0, so none is number %d."
                    .formatted(
                            upload.path("id").asText(),
                            upload.path("totalSegments").asText(),
                            segment.number()));
        }
        if (segment.bytes() > LARGEST_SEGMENT) {
            throw CablecastError.badRequest(
                    "A segment may have %d bytes, and this one has %d.".formatted(LARGEST_SEGMENT, segment.bytes()));
        }
        ((ObjectNode) upload.path(SEGMENTS)).put(String.valueOf(segment.number()), segment.bytes());
        enter(resources, upload, UploadState.UPLOADING);
        resources.store(UPLOAD, upload);
        return CablecastError.json(200, routes.shown(UPLOAD, upload, resources));
    }

    /** From now on, the file is an asset of its store. */
    private static void complete(Resources resources, ObjectNode upload) {
        var asset = Json.object();
        asset.set("path", upload.get("fileName"));
        asset.set("size", upload.get("size"));
        asset.set("fileStore", upload.get("destinationStore"));
        upload.set(ASSET, resources.create(ASSET, asset).get("id"));
        resources.create("assetInfo", SOME_VIDEO.deepCopy().set("asset", upload.get(ASSET)));
        enter(resources, upload, UploadState.UPLOADING_COMPLETE);
    }

    /** The next state of an upload is due. */
    public static void proceed(World world, ObjectNode data) {
        var resources = new Resources(world);
        resources
                .find(UPLOAD, data.path(UPLOAD).asText())
                .ifPresent(upload -> UploadState.of(upload).next().ifPresent(next -> proceed(resources, upload, next)));
    }

    private static void proceed(Resources resources, ObjectNode upload, UploadState next) {
        if (next == UploadState.TRANSFERRING && !isWhole(upload)) {
            resources.delete(ASSET, upload.path(ASSET).asText());
            upload.putNull(ASSET);
            enter(resources, upload, UploadState.ERROR);
        } else {
            enter(resources, upload, next);
        }
        if (next == UploadState.FINISHED) {
            new DigitalFiles(resources).add(upload);
        }
        resources.store(UPLOAD, upload);
    }

    private static boolean isWhole(ObjectNode upload) {
        var segments = upload.path(SEGMENTS);
        var bytes = 0L;
        for (var segment : segments) {
            bytes += segment.asLong();
        }
        return bytes == upload.path("size").asLong()
                && IntStream.range(0, upload.path("totalSegments").asInt())
                        .allMatch(number -> segments.has(String.valueOf(number)));
    }

    private static void enter(Resources resources, ObjectNode upload, UploadState state) {
        upload.put(STATE, state.number());
        TIMER.restart(resources, upload, state.next().map(next -> state.duration()));
    }
}

package dev.treaty.consumer.archivist;

import java.util.List;

/**
 * A show with its reels and VODs.
 *
 * @param reels what is broadcast, in playing order
 * @param vods what can be watched on demand
 */
public record ShowWithVideos(Show show, List<Reel> reels, List<Vod> vods) {

    /** Keeps copies of the lists. */
    public ShowWithVideos {
        reels = List.copyOf(reels);
        vods = List.copyOf(vods);
    }
}

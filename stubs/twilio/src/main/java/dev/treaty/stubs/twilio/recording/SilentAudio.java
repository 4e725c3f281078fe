package dev.treaty.stubs.twilio.recording;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Audio in which nothing is heard. */
final class SilentAudio {

    private static final int LONGEST_SECONDS = 60;
    private static final int WAV_RATE = 8_000;
    private static final int WAV_HEADER = 44;
    private static final int WAV_BYTES_PER_SAMPLE = 2;

    /** MPEG-2, layer III, 8 kbit/s, 22.05 kHz, mono; what follows in a frame of nothing is zeros. */
    private static final byte[] MP3_HEADER = {(byte) 0xff, (byte) 0xf3, 0x10, (byte) 0xc4};

    private static final int MP3_FRAME = 26;
    private static final double MP3_FRAMES_PER_SECOND = 22_050.0 / 576;

    private SilentAudio() {}

    /** 16-bit PCM, 8 kHz, mono; at most a minute of it. */
    static byte[] wav(int seconds) {
        var data = Math.min(LONGEST_SECONDS, seconds) * WAV_RATE * WAV_BYTES_PER_SAMPLE;
        return ByteBuffer.allocate(WAV_HEADER + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(US_ASCII))
                .putInt(WAV_HEADER - 8 + data)
                .put("WAVEfmt ".getBytes(US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(WAV_RATE)
                .putInt(WAV_RATE * WAV_BYTES_PER_SAMPLE)
                .putShort((short) WAV_BYTES_PER_SAMPLE)
                .putShort((short) (WAV_BYTES_PER_SAMPLE * 8))
                .put("data".getBytes(US_ASCII))
                .putInt(data)
                .array();
    }

    /** At most a minute of it. */
    static byte[] mp3(int seconds) {
        var frames = (int) Math.ceil(Math.min(LONGEST_SECONDS, seconds) * MP3_FRAMES_PER_SECOND);
        var audio = ByteBuffer.allocate(frames * MP3_FRAME);
        for (var frame = 0; frame < frames; frame++) {
            audio.position(frame * MP3_FRAME).put(MP3_HEADER);
        }
        return audio.array();
    }
}

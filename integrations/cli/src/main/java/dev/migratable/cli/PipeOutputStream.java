package dev.migratable.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Writes to a pipe until its reader has gone, and nowhere from then on; other failures stay failures. */
final class PipeOutputStream extends FilterOutputStream {

    private boolean gone;

    PipeOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (gone) {
            return;
        }
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            if (!isBrokenPipe(e)) {
                throw e;
            }
            gone = true;
        }
    }

    /** The JDK has no type for it: "Broken pipe" on Unix, "The pipe is being closed" on Windows. */
    private static boolean isBrokenPipe(IOException e) {
        return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("pipe");
    }
}

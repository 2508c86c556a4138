package org.verbatim.http;

import io.quarkus.runtime.ImageMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.nativeimage.Platform;
import org.graalvm.nativeimage.Platforms;
import org.graalvm.nativeimage.c.function.CFunction;
import org.jboss.logging.Logger;

/**
 * The memory that only the start of a native binary needs: Linux maps its code and the read-only part of its image heap
 * from the file, sixteen pages for each that is touched, and counts all of them as the memory of the process from then on.
 * Nobody but the start touches most of them. They are as they are in the file, so that whichever is needed again comes
 * back from there, or from the system's cache of it.
 */
final class StartPages {

    private static final Logger LOG = Logger.getLogger(StartPages.class);

    /** The first line of a mapping in {@code /proc/PID/smaps} (proc_pid_smaps(5)): addresses, permissions, and the file. */
    private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) (\\S{4}) \\S+ \\S+ \\S+\\s*(.*)");

    /** A line of a mapping: so much of it is no longer as it is in the file, in memory or swapped out. */
    private static final Pattern CHANGED = Pattern.compile("(Anonymous|Swap): +[1-9].*");

    private static final String LAST_LINE = "VmFlags:";

    private StartPages() {}

    /** Gives them back to the system, where there are any: in a native binary on Linux. */
    static void giveBack() {
        if (ImageMode.current() == ImageMode.NATIVE_RUN && Platform.includedIn(Platform.LINUX.class)) {
            try {
                String binary = Path.of("/proc/self/exe").toRealPath().toString();
                for (Mapping mapping : unchanged(Files.readAllLines(Path.of("/proc/self/smaps")), binary)) {
                    Linux.madvise(mapping.start(), mapping.end() - mapping.start(), Linux.MADV_DONTNEED);
                }
            } catch (IOException e) {
                LOG.debugf(e, "The memory of the start stays in use");
            }
        }
    }

    /** The mappings of a file that cannot be written and have never been. */
    static List<Mapping> unchanged(List<String> smaps, String file) {
        List<Mapping> unchanged = new ArrayList<>();
        Mapping mapping = null;
        for (String line : smaps) {
            Matcher first = MAPPING.matcher(line);
            if (first.matches()) {
                mapping = first.group(4).equals(file) && first.group(3).matches("r-.p") ? mapping(first) : null;
            } else if (CHANGED.matcher(line).matches()) {
                mapping = null;
            } else if (mapping != null && line.startsWith(LAST_LINE)) {
                unchanged.add(mapping);
            }
        }
        return unchanged;
    }

    private static Mapping mapping(Matcher first) {
        return new Mapping(Long.parseUnsignedLong(first.group(1), 16), Long.parseUnsignedLong(first.group(2), 16));
    }

    /** Addresses of memory, the end exclusive. */
    record Mapping(long start, long end) {}

    /** In a class of its own, since nothing but a native binary on Linux can link it. */
    @Platforms(Platform.LINUX.class)
    private static final class Linux {

        /** The pages are not needed soon; for those of a file that are unchanged: whoever reads them reads the file again. */
        static final int MADV_DONTNEED = 4;

        /** madvise(2): 0, or -1 where the system does not take the advice, which is no harm. */
        @CFunction
        static native int madvise(long address, long length, int advice);
    }
}

package org.verbatim.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.apache.lucene.store.ByteBuffersDataInput;
import org.apache.lucene.store.ByteBuffersIndexInput;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * A directory on disk of which files are held in memory while they are open: all of them, as long as the directory is
 * within a limit, and beyond it the index into the dictionaries ({@code .tip}), the lengths of the documents
 * ({@code .nvd}), and the small files of what has just been added, of which Lucene never leaves many unmerged. The first
 * two have a few bytes for each thirty terms and for each document, and are read byte by byte all over the place for every
 * word of every question; each such read would be a system call, which memory mapping spares Lucene elsewhere.
 */
final class HotFilesInMemory extends FilterDirectory {
    private static final long SMALL = 1 << 20;

    /** No array is longer, on any virtual machine. */
    private static final long LONGEST = Integer.MAX_VALUE - 8;

    private final long limit;

    /** @param limit up to so many bytes of the whole directory, all of it is held in memory */
    HotFilesInMemory(NIOFSDirectory disk, long limit) {
        super(disk);
        this.limit = limit;
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        if (!isHeld(name)) {
            return super.openInput(name, context);
        }
        try (IndexInput input = super.openInput(name, IOContext.READONCE)) {
            byte[] bytes = new byte[Math.toIntExact(input.length())];
            input.readBytes(bytes, 0, bytes.length);
            return new ByteBuffersIndexInput(new ByteBuffersDataInput(List.of(ByteBuffer.wrap(bytes))), name);
        }
    }

    private boolean isHeld(String name) throws IOException {
        if (name.endsWith(".tip") || name.endsWith(".nvd")) {
            return true;
        }
        long length = fileLength(name);
        return length <= SMALL || (length <= Math.min(limit, LONGEST) && size() <= limit);
    }

    /** What all files have, also those that a merge is about to supersede. */
    private long size() throws IOException {
        long bytes = 0;
        for (String name : listAll()) {
            try {
                bytes += fileLength(name);
            } catch (NoSuchFileException | FileNotFoundException superseded) {
                // by a merge, since they were listed
            }
        }
        return bytes;
    }
}

package org.verbatim.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.lucene.store.ByteBuffersDataInput;
import org.apache.lucene.store.ByteBuffersIndexInput;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * A directory on disk of which some files are held in memory while they are open: the index into the dictionaries
 * ({@code .tip}), the lengths of the documents ({@code .nvd}), and the small files of what has just been added, of which
 * Lucene never leaves many unmerged. The first two have a few bytes for each thirty terms and for each document, and are
 * read byte by byte all over the place for every word of every question; each such read would be a system call, which
 * memory mapping spares Lucene elsewhere.
 */
final class HotFilesInMemory extends FilterDirectory {
    private static final long SMALL = 1 << 20;

    HotFilesInMemory(NIOFSDirectory disk) {
        super(disk);
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        if (!name.endsWith(".tip") && !name.endsWith(".nvd") && fileLength(name) > SMALL) {
            return super.openInput(name, context);
        }
        try (IndexInput input = super.openInput(name, IOContext.READONCE)) {
            byte[] bytes = new byte[Math.toIntExact(input.length())];
            input.readBytes(bytes, 0, bytes.length);
            return new ByteBuffersIndexInput(new ByteBuffersDataInput(List.of(ByteBuffer.wrap(bytes))), name);
        }
    }
}

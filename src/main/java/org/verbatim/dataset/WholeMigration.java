package org.verbatim.dataset;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jboss.logging.Logger;

/**
 * Brings the file of an embedded database to the form of this release as a whole or not at all, however the process ends.
 * H2 commits each statement that changes a table by itself, so that what is killed between two of them leaves what neither
 * this release nor an earlier one can open.
 *
 * <p>So the file is copied before the first statement, and the copy is removed after the last one. Where there is a copy
 * when the service starts, it is what counts. It stands beside the file and is compressed, so that it is hardly ever larger.
 */
final class WholeMigration implements Callback {

    private static final Logger LOG = Logger.getLogger(WholeMigration.class);

    /** From so many bytes on a copy takes a while. */
    private static final long LARGE = 64L << 20;

    private final Path file;
    private final Path copy;

    /** What is not a copy yet. */
    private final Path unfinished;

    WholeMigration(Path file) {
        this.file = file;
        this.copy = file.resolveSibling(
                file.getFileName().toString().replaceAll("\\.mv\\.db$", "") + ".before-migration.zip");
        this.unfinished = copy.resolveSibling(copy.getFileName() + ".unfinished");
    }

    /**
     * Puts the copy back, if there is one; to be called before the file is opened. If another process has that open, nothing
     * happens: the copy is its own.
     *
     * @throws ConfigurationException if it cannot be read or put back; it stays where it is then
     */
    void putBack() {
        if (!Files.exists(copy)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
                FileLock lock = channel.tryLock()) {
            // Another process may have done it meanwhile.
            if (lock == null || !Files.exists(copy)) {
                return;
            }
            // Whether all of it can be read, before anything is lost.
            read(OutputStream.nullOutputStream());
            channel.truncate(0);
            read(Channels.newOutputStream(channel)); // not to be closed: the lock would be gone
            channel.force(true);
            remove();
        } catch (OverlappingFileLockException e) {
            return;
        } catch (IOException e) {
            throw FirstConnection.refusal(
                    "The database file %s was left halfway to the form of a release, and its copy, %s, cannot be put back: %s"
                            .formatted(file, copy, reason(e)),
                    "Give this process the right to read the copy and to write the file. If the copy is damaged, move both"
                            + " out of the folder and keep them, and put an export back with -Dverbatim.restore=FILE.");
        }
        LOG.warnf(
                "The last start ended while it brought the database file %s to the form of its release, so it is put back"
                        + " as it was before that",
                file);
    }

    private void read(OutputStream into) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(copy))) {
            if (zip.getNextEntry() == null) {
                throw new ZipException("It has no file in it");
            }
            zip.transferTo(into);
        }
    }

    /** Copies the file, unless that was done before. */
    private void begin(Connection connection) {
        if (Files.exists(copy)) {
            return;
        }
        try {
            if (Files.size(file) > LARGE) {
                LOG.infof("The database file %s is copied before it is brought to the form of this release", file);
            }
            // By the database itself: its lock on the file is gone once this process opens that again, and closes it.
            try (PreparedStatement backup = connection.prepareStatement("backup to ?")) {
                backup.setString(1, unfinished.toString());
                backup.execute();
            }
            try (FileChannel channel = FileChannel.open(unfinished, WRITE)) {
                channel.force(true);
            }
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
            folderIsWritten();
        } catch (SQLException | IOException e) {
            discard();
            throw FirstConnection.refusal(
                    "The database file %s is to be brought to the form of this release, but no copy of it, %s, can be made before that: %s"
                            .formatted(file, copy, reason(e)),
                    "See that there is room for as much as the file has, that this process may write into the folder, and that"
                            + " no other file in it is called like this one with something between its name and .mv.db.");
        }
    }

    /** It may be what has filled the disk. */
    private void discard() {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            LOG.debug("What is not a copy stays", e);
        }
    }

    private void end(Connection connection) {
        if (!Files.exists(copy)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
            remove();
        } catch (SQLException | IOException e) {
            throw FirstConnection.refusal(
                    "The database file %s has the form of this release, but its copy, %s, cannot be removed: %s"
                            .formatted(file, copy, reason(e)),
                    "Give this process the right to write into the folder.");
        }
    }

    /**
     * What is removed does not come back even if the machine stops, where the system can write down a folder by itself: it
     * would take the place of what is newer.
     */
    private void remove() throws IOException {
        Files.delete(copy);
        folderIsWritten();
    }

    private void folderIsWritten() {
        try (FileChannel folder = FileChannel.open(copy.resolveSibling(""))) {
            folder.force(true);
        } catch (IOException e) {
            LOG.debug("This system does not write down a folder by itself", e);
        }
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.BEFORE_EACH_MIGRATE) {
            begin(context.getConnection());
        } else {
            end(context.getConnection());
        }
    }

    private static String reason(Exception failure) {
        Throwable last = Causes.last(failure);
        // Those of a file say of which one, and that alone.
        return last instanceof FileSystemException ? last.toString() : String.valueOf(last.getMessage());
    }

    @Override
    public String getCallbackName() {
        return "copy";
    }
}

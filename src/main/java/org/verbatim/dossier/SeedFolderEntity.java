package org.verbatim.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The folder of seeds that was imported last. The only row of its table. */
@Entity(name = "SeedFolder")
@Table(name = "seed_folder")
public class SeedFolderEntity {

    @Id
    int id = 1;

    /** Of the names, sizes and times of its files, and of what read them; null if it is to be read anyway. */
    @Column(length = 64)
    @Nullable String digest;
}

package org.verbatim.index;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.apache.lucene.analysis.tokenattributes.PackedTokenAttributeImpl;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.search.BoostAttributeImpl;
import org.apache.lucene.search.MaxNonCompetitiveBoostAttributeImpl;
import org.apache.lucene.store.FilterIndexInput;

/** What Lucene finds by its name, and a native image would leave out. */
@RegisterForReflection(
        targets = {
            // made for every token stream, through a method handle on its constructor (AttributeFactory)
            PackedTokenAttributeImpl.class,
            // made for the spelling's search through the dictionary, as «name of the interface + Impl»
            // (AttributeFactory)
            BoostAttributeImpl.class,
            MaxNonCompetitiveBoostAttributeImpl.class,
            // initialised by Class.forName from TestSecrets, which their own initialisation calls; needed only where
            // Lucene is initialised at run time, which is not so in Quarkus
            ConcurrentMergeScheduler.class,
            FilterIndexInput.class,
            IndexWriter.class,
            SegmentReader.class
        })
final class NativeHints {
    private NativeHints() {}
}

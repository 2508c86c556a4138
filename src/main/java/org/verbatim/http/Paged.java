package org.verbatim.http;

/** An answer that comes in pages: its links stand in the {@code Link} header, too. */
public interface Paged {

    Page.Links links();
}

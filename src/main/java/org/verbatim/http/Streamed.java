package org.verbatim.http;

import jakarta.ws.rs.core.StreamingOutput;

/**
 * An answer of any length that is written as it is read, and so has a weak entity tag that follows the dataset version.
 *
 * @param fileName under which a browser keeps it
 * @param variant tells it from others at the same address
 */
public record Streamed(String fileName, String variant, StreamingOutput body) {}

package org.verbatim.mcp;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Who may ask through the Model Context Protocol. */
@ConfigMapping(prefix = "verbatim.mcp")
public interface McpConfig {

    /**
     * Origins of web pages that may ask (RFC 6454, such as {@code https://assistant.example}), besides the service's own
     * public address and pages of the machine itself. Assistants that are no web pages send no origin and may always ask.
     */
    Optional<List<String>> origins();
}

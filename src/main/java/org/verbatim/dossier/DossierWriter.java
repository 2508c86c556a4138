package org.verbatim.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes the file format; the same dossier is always the same bytes. */
final class DossierWriter {

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    private DossierWriter() {}

    static byte[] write(Dossier dossier) {
        try {
            return JSON.writeValueAsBytes(dossier);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a dossier has nothing that JSON has not", e);
        }
    }
}

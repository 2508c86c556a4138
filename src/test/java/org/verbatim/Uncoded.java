package org.verbatim;

import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;

/** REST Assured asks for answers that are coded with gzip, and decodes them, if it is not told otherwise. */
public final class Uncoded {

    /** Takes no gzip but where it is said, and decodes nothing. */
    public static final RestAssuredConfig CONFIG =
            RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    private Uncoded() {}
}

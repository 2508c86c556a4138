package org.verbatim.verification;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class QuoteVerificationIT extends QuoteVerificationTest {}

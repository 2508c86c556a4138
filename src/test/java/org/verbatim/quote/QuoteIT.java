package org.verbatim.quote;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class QuoteIT extends QuoteTest {}
